-- Difficulties on the way of the work, and the days on which nobody works.

-- table: tenant. Saturdays and Sundays are off without an entry; here stands what differs: a holiday, or a weekend worked
-- in exchange. A clock that was set keeps its last day when this changes.
create table day_off (
  tenant_id int not null references tenant (id),
  day       date not null,
  kind      text not null,
  name      text not null,
  version   int not null default 1,
  primary key (tenant_id, day)
);

-- table: tenant. What keeps an agency from its work, with the solution it proposes. The agency, the words and the day never
-- change; type, status, joined_into, addressee_id, due_on, next_id, next_days, with_leaders, waiting_since cache the fold of
-- its steps. The focal agency is the plan's overseer of the day.
create table difficulty (
  tenant_id     int not null,
  id            uuid not null,
  plan_id       uuid not null,
  agency_id     uuid not null,
  type          text not null,
  text          text not null,
  proposal      text not null,
  raised_on     date not null,
  created_at    timestamptz not null,
  status        text not null,
  joined_into   uuid,
  addressee_id  uuid,
  due_on        date,
  next_id       uuid,
  next_days     int,
  with_leaders  boolean not null default false,
  waiting_since date,
  version       int not null default 1,
  search        text generated always as (fold(text || ' ' || proposal)) stored,
  primary key (tenant_id, id),
  constraint difficulty_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint difficulty_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint difficulty_joined foreign key (tenant_id, joined_into) references difficulty (tenant_id, id),
  constraint difficulty_addressee foreign key (tenant_id, addressee_id) references agency (tenant_id, id),
  constraint difficulty_next foreign key (tenant_id, next_id) references agency (tenant_id, id)
);
create index difficulty_search on difficulty using gin (search gin_trgm_ops);
create index difficulty_by_due on difficulty (tenant_id, due_on, raised_on, id);
create index difficulty_by_joined on difficulty (tenant_id, joined_into) where joined_into is not null;

-- table: tenant. The assignments it keeps back.
create table difficulty_assignment (
  tenant_id     int not null,
  difficulty_id uuid not null,
  assignment_id uuid not null,
  primary key (tenant_id, difficulty_id, assignment_id),
  constraint difficulty_assignment_difficulty foreign key (tenant_id, difficulty_id) references difficulty (tenant_id, id),
  constraint difficulty_assignment_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id)
);
create index difficulty_assignment_of on difficulty_assignment (tenant_id, assignment_id);

-- table: tenant. Facts, never changed. account_id is null where the clock itself acted (escalate).
create table difficulty_step (
  tenant_id       int not null,
  id              uuid not null,
  difficulty_id   uuid not null,
  seq             int not null,
  kind            text not null,
  account_id      uuid,
  for_account_id  uuid,
  actor           text not null,
  agency_id       uuid,
  at              timestamptz not null,
  on_day          date not null,
  text            text not null default '',
  type            text,
  target_id       uuid,
  addressee_id    uuid,
  days            int,
  due_on          date,
  next_id         uuid,
  next_days       int,
  document_number text,
  document_on     date,
  primary key (tenant_id, id),
  constraint difficulty_step_seq_unique unique (tenant_id, difficulty_id, seq),
  constraint difficulty_step_difficulty foreign key (tenant_id, difficulty_id) references difficulty (tenant_id, id)
);
create index difficulty_step_target on difficulty_step (tenant_id, target_id) where target_id is not null;

-- table: tenant. Papers attached to a step.
create table difficulty_file (
  tenant_id int not null,
  step_id   uuid not null,
  hash      text not null,
  name      text not null,
  media     text not null,
  size      int not null,
  primary key (tenant_id, step_id, hash),
  constraint difficulty_file_step foreign key (tenant_id, step_id) references difficulty_step (tenant_id, id),
  constraint difficulty_file_file foreign key (tenant_id, hash) references file (tenant_id, hash)
);
