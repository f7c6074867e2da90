-- Trade-remedy warnings sent to the cooperatives they touch, and petitions on their way to an answer.

-- table: tenant. A warning of the register that was sent; withdrawn with the day and the reason.
create table warning_sending (
  tenant_id       int not null,
  warning_id      uuid not null,
  sent_on         date not null,
  actor           text not null,
  at              timestamptz not null,
  withdrawn_on    date,
  withdrawn_by    text,
  withdraw_reason text not null default '',
  version         int not null default 1,
  primary key (tenant_id, warning_id),
  constraint warning_sending_warning foreign key (tenant_id, warning_id) references trade_warning (tenant_id, id)
);

-- table: tenant. Whom a warning was sent to. kind: matched · added (by a person, with the reason) · left-out (matched, and
-- taken out by a person with the reason). `why` keeps what matched on the day of sending. seen_*: when and how somebody told
-- the cooperative, which has no account of its own.
create table warning_recipient (
  tenant_id      int not null,
  warning_id     uuid not null,
  cooperative_id uuid not null,
  kind           text not null,
  why            jsonb not null,
  reason         text not null default '',
  sent_on        date not null,
  actor          text not null,
  at             timestamptz not null,
  seen_on        date,
  seen_way       text,
  seen_note      text not null default '',
  seen_by        text,
  seen_agency_id uuid,
  seen_at        timestamptz,
  primary key (tenant_id, warning_id, cooperative_id),
  constraint warning_recipient_sending foreign key (tenant_id, warning_id) references warning_sending (tenant_id, warning_id),
  constraint warning_recipient_cooperative foreign key (tenant_id, cooperative_id) references cooperative (tenant_id, id),
  constraint warning_recipient_agency foreign key (tenant_id, seen_agency_id) references agency (tenant_id, id)
);
create index warning_recipient_by_cooperative on warning_recipient (tenant_id, cooperative_id);

-- table: tenant. Working days within which petitions are to be answered, as the province entered them.
create table petition_setting (
  tenant_id int not null references tenant (id),
  days      int not null,
  basis     text not null,
  actor     text not null,
  at        timestamptz not null,
  version   int not null default 1,
  primary key (tenant_id)
);

-- table: tenant. Where a petition lies: caches the fold of its steps beside the state, agency and last day of its register
-- row. difficulty_id: the difficulty of a plan it became.
create table petition_way (
  tenant_id     int not null,
  petition_id   uuid not null,
  next_id       uuid,
  next_days     int,
  with_leaders  boolean not null default false,
  waiting_since date,
  difficulty_id uuid,
  primary key (tenant_id, petition_id),
  constraint petition_way_petition foreign key (tenant_id, petition_id) references petition (tenant_id, id),
  constraint petition_way_next foreign key (tenant_id, next_id) references agency (tenant_id, id),
  constraint petition_way_difficulty foreign key (tenant_id, difficulty_id) references difficulty (tenant_id, id)
);
create index petition_way_by_difficulty on petition_way (tenant_id, difficulty_id) where difficulty_id is not null;

-- table: tenant. Facts, never changed; the same kinds of fact as of a difficulty, folded by the same function. account_id is
-- null where the clock acted.
create table petition_step (
  tenant_id       int not null,
  id              uuid not null,
  petition_id     uuid not null,
  seq             int not null,
  kind            text not null,
  account_id      uuid,
  for_account_id  uuid,
  actor           text not null,
  agency_id       uuid,
  at              timestamptz not null,
  on_day          date not null,
  text            text not null default '',
  addressee_id    uuid,
  days            int,
  due_on          date,
  next_id         uuid,
  next_days       int,
  document_number text,
  document_on     date,
  told_way        text,
  difficulty_id   uuid,
  primary key (tenant_id, id),
  constraint petition_step_seq_unique unique (tenant_id, petition_id, seq),
  constraint petition_step_petition foreign key (tenant_id, petition_id) references petition (tenant_id, id)
);
