-- Periodic reports: who reports how often (regime), the requests of each period (round), and the reports themselves.

-- table: tenant. A duty to report of a plan. The last day lies in the month in which the data window ends, moved by
-- due_month months; due_inclusive: "chậm nhất ngày 15" counts the 15th, "trước ngày 15" does not. after_days: how many
-- days later those report who consolidate; before_days: how many days earlier those who report to a consolidating agency.
create table report_regime (
  tenant_id     int not null references tenant (id),
  id            uuid not null,
  plan_id       uuid not null,
  title         text not null,
  every         text not null,
  due_day       int not null,
  due_month     int not null,
  due_inclusive boolean not null,
  after_days    int not null,
  before_days   int not null,
  open_days     int not null,
  quote         text not null default '',
  source_key    text,
  state         text not null default 'active',
  version       int not null default 1,
  created_by    uuid not null,
  created_on    date not null,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint report_regime_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint report_regime_account foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create index report_regime_by_plan on report_regime (tenant_id, plan_id);

-- table: tenant. Who reports to whom, where that is not the rule (bearers to the focal agency, it to the province).
create table report_link (
  tenant_id    int not null,
  regime_id    uuid not null,
  agency_id    uuid not null,
  to_agency_id uuid not null,
  primary key (tenant_id, regime_id, agency_id),
  constraint report_link_other check (agency_id <> to_agency_id),
  constraint report_link_regime foreign key (tenant_id, regime_id) references report_regime (tenant_id, id),
  constraint report_link_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint report_link_to foreign key (tenant_id, to_agency_id) references agency (tenant_id, id)
);

-- table: tenant. One request: what is asked about which days. The calendar opens those of a regime (opened_by is null).
create table report_round (
  tenant_id   int not null references tenant (id),
  id          uuid not null,
  plan_id     uuid not null,
  regime_id   uuid,
  kind        text not null,
  title       text not null,
  period      text not null,
  from_on     date not null,
  to_on       date not null,
  due_on      date not null,
  note        text not null default '',
  opened_on   date not null,
  opened_by   uuid,
  opened_name text not null,
  state       text not null default 'open',
  paper       text not null default '',
  closed_on   date,
  version     int not null default 1,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  constraint report_round_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint report_round_regime foreign key (tenant_id, regime_id) references report_regime (tenant_id, id)
);
create unique index report_round_once on report_round (tenant_id, regime_id, period) where regime_id is not null;
create index report_round_by_plan on report_round (tenant_id, plan_id, to_on desc, id desc);
create index report_round_newest on report_round (tenant_id, opened_on desc, id desc);

-- table: tenant. What one agency answers to a round. asked_id, given_to, given_due never change; agency_id, to_id, due_on, state,
-- author_id, sent_on, lock_reason cache the fold of its steps. texts: what people wrote; computed, figures, as_of,
-- told_at: what the facts said when it was handed in, and stay as they were.
create table report (
  tenant_id       int not null,
  id              uuid not null,
  round_id        uuid not null,
  asked_id        uuid not null,
  agency_id       uuid not null,
  to_id           uuid,
  level           int not null,
  given_to        uuid,
  given_due       date not null,
  due_on          date not null,
  state           text not null default 'draft',
  author_id       uuid,
  sent_on         date,
  lock_reason     text,
  agency_name     text,
  texts           jsonb not null default '{}',
  computed        jsonb,
  figures         jsonb,
  as_of           date,
  told_at         timestamptz,
  consolidated_at timestamptz,
  sources         jsonb not null default '[]',
  edited_by       text,
  edited_at       timestamptz,
  version         int not null default 1,
  primary key (tenant_id, id),
  constraint report_once unique (tenant_id, round_id, asked_id),
  constraint report_round_of foreign key (tenant_id, round_id) references report_round (tenant_id, id),
  constraint report_asked foreign key (tenant_id, asked_id) references agency (tenant_id, id),
  constraint report_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint report_to foreign key (tenant_id, to_id) references agency (tenant_id, id)
);
create index report_of_agency on report (tenant_id, agency_id, state, due_on);
create index report_to_agency on report (tenant_id, to_id, state, due_on);

-- table: tenant. Facts of a report, never changed. account_id is null where the calendar or a paper acted.
create table report_step (
  tenant_id      int not null,
  id             uuid not null,
  report_id      uuid not null,
  seq            int not null,
  kind           text not null,
  account_id     uuid,
  for_account_id uuid,
  actor          text not null,
  agency_id      uuid,
  at             timestamptz not null,
  on_day         date not null,
  text           text not null default '',
  to_agency_id   uuid,
  due_on         date,
  primary key (tenant_id, id),
  constraint report_step_seq unique (tenant_id, report_id, seq),
  constraint report_step_report foreign key (tenant_id, report_id) references report (tenant_id, id)
);

-- table: tenant. One duty in a report. written: what a person put in place of the computed, null while untouched;
-- computed: what the facts said when it was handed in, null before.
create table report_entry (
  tenant_id     int not null,
  report_id     uuid not null,
  assignment_id uuid not null,
  item_id       uuid not null,
  written       jsonb,
  computed      jsonb,
  primary key (tenant_id, report_id, assignment_id),
  constraint report_entry_report foreign key (tenant_id, report_id) references report (tenant_id, id),
  constraint report_entry_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  constraint report_entry_item foreign key (tenant_id, item_id) references item (tenant_id, id)
);
create index report_entry_of on report_entry (tenant_id, assignment_id);

-- table: tenant. One duty of a consolidated report: who below said what (joined), and what was written in its place.
-- basis: the joined text from which was written, to tell when it has changed since.
create table report_part (
  tenant_id int not null,
  report_id uuid not null,
  item_id   uuid not null,
  ordinal   int not null,
  joined    jsonb not null,
  written   text,
  basis     text,
  primary key (tenant_id, report_id, item_id),
  constraint report_part_report foreign key (tenant_id, report_id) references report (tenant_id, id),
  constraint report_part_item foreign key (tenant_id, item_id) references item (tenant_id, id)
);
