-- Agencies in time: validity, old names, groups by rule, committees, and reorganisations as dated acts.
-- What an act changes keeps its old state beside it: nothing of the past is rewritten.

-- First day it exists (null: since before anything recorded here) and first day it no longer does.
alter table agency add column valid_from date;
alter table agency add column ended_on date;
-- null: this province; else the former province it belonged to, "Bình Phước".
alter table agency add column province text;
alter table agency drop constraint agency_code_unique;
-- A successor may take over the code of what ended.
create unique index agency_code_unique on agency (tenant_id, code) where ended_on is null;
drop index agency_name_unique;
create unique index agency_name_unique on agency
  (tenant_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name_key, coalesce(province, ''),
   coalesce(ended_on, 'infinity'));

-- An internal unit that a document names as lead: the work is its agency's, and in the unit from the first day.
alter table assignment add column given_unit uuid;
alter table assignment add constraint assignment_given_unit foreign key (tenant_id, given_unit) references agency (tenant_id, id);
alter table assignment drop constraint assignment_once;
create unique index assignment_once on assignment
  (tenant_id, item_id, given_to, role, period, coalesce(given_unit, '00000000-0000-0000-0000-000000000000'));

-- table: tenant. An old name of an agency and the first day on which it no longer held.
create table agency_name (
  tenant_id int not null,
  agency_id uuid not null,
  until     date not null,
  name      text not null,
  primary key (tenant_id, agency_id, until),
  constraint agency_name_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant. A named group: printed forms of its name and the rule that says who is in it on a day.
create table agency_group (
  tenant_id  int not null references tenant (id),
  id         uuid not null,
  name       text not null,
  forms      text[] not null default '{}',
  rule       jsonb not null,
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint agency_group_name unique (tenant_id, name)
);

-- table: tenant. The document that set up a steering committee (an agency of kind 'committee').
create table committee (
  tenant_id       int not null,
  agency_id       uuid not null,
  decision_number text not null default '',
  decision_on     date,
  version         int not null default 1,
  primary key (tenant_id, agency_id),
  constraint committee_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant. Who sits in it: an agency, a person, or a person of an agency; until: first day no longer.
create table committee_member (
  tenant_id    int not null,
  id           uuid not null,
  committee_id uuid not null,
  agency_id    uuid,
  person       text not null default '',
  position     text not null default '',
  field        text not null default '',
  since        date,
  until        date,
  version      int not null default 1,
  primary key (tenant_id, id),
  constraint committee_member_committee foreign key (tenant_id, committee_id) references committee (tenant_id, agency_id),
  constraint committee_member_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index committee_member_of on committee_member (tenant_id, committee_id);

-- table: tenant. A conclusion of the committee that became a plan here.
create table committee_conclusion (
  tenant_id    int not null,
  committee_id uuid not null,
  plan_id      uuid not null,
  at           timestamptz not null,
  account_id   uuid not null,
  primary key (tenant_id, committee_id, plan_id),
  constraint committee_conclusion_committee foreign key (tenant_id, committee_id) references committee (tenant_id, agency_id),
  constraint committee_conclusion_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);

-- table: tenant. A reorganisation: merge, split, rename, abolish. prepared until its day, done from then on.
create table reorganisation (
  tenant_id       int not null references tenant (id),
  id              uuid not null,
  kind            text not null,
  effective_on    date not null,
  document_number text not null default '',
  document_on     date,
  note            text not null default '',
  state           text not null,
  recorded_by     uuid,
  recorded_name   text not null,
  recorded_at     timestamptz not null,
  applied_at      timestamptz,
  -- What was decided beforehand, carried out when the act takes effect.
  decisions       jsonb not null default '[]',
  version         int not null default 1,
  primary key (tenant_id, id)
);
create index reorganisation_by_day on reorganisation (tenant_id, effective_on desc, id);

-- table: tenant. The agencies of an act: 'old' ones, and 'new' ones with what each takes; a new one that does not
-- exist yet has the form it will be made of, and no id until the act takes effect.
create table reorganisation_part (
  tenant_id int not null,
  act_id    uuid not null,
  side      text not null,
  ordinal   int not null,
  agency_id uuid,
  form      jsonb,
  takes     text not null default '',
  primary key (tenant_id, act_id, side, ordinal),
  constraint reorganisation_part_act foreign key (tenant_id, act_id) references reorganisation (tenant_id, id) on delete cascade,
  constraint reorganisation_part_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index reorganisation_part_agency on reorganisation_part (tenant_id, agency_id);

-- table: tenant. Who has the open work of an old agency from the act's day on: one decision per old agency.
create table succession (
  tenant_id    int not null,
  act_id       uuid not null,
  agency_id    uuid not null,
  on_day       date not null,
  to_agency_id uuid,
  to_group     text,
  why          text not null default '',
  decided_by   uuid,
  decided_name text not null,
  decided_at   timestamptz not null,
  primary key (tenant_id, act_id, agency_id),
  constraint succession_act foreign key (tenant_id, act_id) references reorganisation (tenant_id, id),
  constraint succession_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint succession_to_agency foreign key (tenant_id, to_agency_id) references agency (tenant_id, id)
);
create index succession_of on succession (tenant_id, agency_id);

-- table: tenant. What goes elsewhere than the decision's rule: a whole plan, or one assignment.
create table succession_exception (
  tenant_id     int not null,
  id            uuid not null,
  act_id        uuid not null,
  agency_id     uuid not null,
  plan_id       uuid,
  assignment_id uuid,
  to_agency_id  uuid not null,
  primary key (tenant_id, id),
  constraint succession_exception_of foreign key (tenant_id, act_id, agency_id) references succession (tenant_id, act_id, agency_id),
  constraint succession_exception_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint succession_exception_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  constraint succession_exception_to foreign key (tenant_id, to_agency_id) references agency (tenant_id, id)
);

-- table: tenant. What else passed on and when: the overseer of a plan, a coordinating agency of an item, an account.
-- The present holder stands where it always did; who held it on an earlier day is read back from here.
create table agency_handover (
  tenant_id      int not null,
  id             uuid not null,
  act_id         uuid not null,
  kind           text not null,
  subject_id     uuid not null,
  from_agency_id uuid not null,
  to_agency_id   uuid not null,
  on_day         date not null,
  at             timestamptz not null,
  actor          text not null,
  primary key (tenant_id, id),
  constraint agency_handover_act foreign key (tenant_id, act_id) references reorganisation (tenant_id, id),
  constraint agency_handover_from foreign key (tenant_id, from_agency_id) references agency (tenant_id, id),
  constraint agency_handover_to foreign key (tenant_id, to_agency_id) references agency (tenant_id, id)
);
create index agency_handover_subject on agency_handover (tenant_id, kind, subject_id, on_day);

-- What ever came to an agency, for reports as of a day.
create index step_transfer_to on step (tenant_id, to_agency_id) where kind = 'transfer';
