-- Indicators: what is counted or entered, what plans set as targets, and the values of periods and places.

-- table: tenant. One indicator. way: formula (computed from registers) | objects (counted from its list) | typed.
-- formula: src/indicator/formula.ts. ready: the ready-made definition it came from, so that a plan finds it again.
create table indicator (
  tenant_id   int not null references tenant (id),
  id          uuid not null,
  code        text not null default '',
  name        text not null,
  unit        text not null,
  direction   text not null,
  decimals    int not null,
  description text not null default '',
  way         text not null,
  formula     jsonb,
  agency_id   uuid,
  ready       text,
  is_retired  boolean not null default false,
  version     int not null default 1,
  search      text generated always as (fold(code || ' ' || name)) stored,
  primary key (tenant_id, id),
  constraint indicator_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create unique index indicator_ready_once on indicator (tenant_id, ready) where ready is not null and not is_retired;
create unique index indicator_code_once on indicator (tenant_id, code) where code <> '' and not is_retired;
create index indicator_by_name on indicator (tenant_id, name, id);

-- table: tenant. What was changed in an indicator, its targets or its objects, and why; never changed itself.
create table indicator_change (
  tenant_id    int not null,
  id           uuid not null,
  -- Two changes of one moment keep their order.
  seq          bigint generated always as identity,
  indicator_id uuid not null,
  act          text not null,
  before       jsonb,
  after        jsonb,
  reason       text not null default '',
  account_id   uuid,
  actor        text not null,
  at           timestamptz not null,
  primary key (tenant_id, id),
  constraint indicator_change_indicator foreign key (tenant_id, indicator_id) references indicator (tenant_id, id)
);
create index indicator_change_of on indicator_change (tenant_id, indicator_id, seq desc);

-- table: tenant. Which definition a printed indicator of a plan is; indicator_id null: a person said that none fits.
create table indicator_link (
  tenant_id    int not null,
  plan_id      uuid not null,
  printed_id   text not null,
  indicator_id uuid,
  actor        text not null,
  at           timestamptz not null,
  version      int not null default 1,
  primary key (tenant_id, plan_id, printed_id),
  constraint indicator_link_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint indicator_link_indicator foreign key (tenant_id, indicator_id) references indicator (tenant_id, id)
);
create index indicator_link_of on indicator_link (tenant_id, indicator_id);

-- table: tenant. What is to be reached, in which years. printed_id and printed_no: which figure of which printed indicator.
create table indicator_target (
  tenant_id    int not null,
  id           uuid not null,
  indicator_id uuid not null,
  from_year    int not null,
  to_year      int not null,
  is_yearly    boolean not null,
  op           text not null,
  min          numeric,
  max          numeric,
  text         text not null,
  plan_id      uuid,
  printed_id   text,
  printed_no   int,
  area_id      uuid,
  is_void      boolean not null default false,
  version      int not null default 1,
  primary key (tenant_id, id),
  constraint indicator_target_indicator foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  constraint indicator_target_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint indicator_target_area foreign key (tenant_id, area_id) references agency (tenant_id, id)
);
create index indicator_target_of on indicator_target (tenant_id, indicator_id, to_year);
create index indicator_target_by_plan on indicator_target (tenant_id, plan_id);
create unique index indicator_target_printed on indicator_target (tenant_id, plan_id, printed_id, printed_no)
  where printed_id is not null and not is_void;

-- table: tenant. A value of a period and a commune (or the whole province). state: draft | approved | returned | replaced
-- (an approved one, by a later one). is_snapshot: the computed value of `day`, with a digest of the rows it came from.
create table indicator_value (
  tenant_id    int not null,
  id           uuid not null,
  indicator_id uuid not null,
  period       text not null,
  day          date not null,
  area_id      uuid,
  value        numeric not null,
  source       text not null,
  is_snapshot  boolean not null,
  digest       text,
  file_hash    text,
  file_name    text,
  state        text not null,
  entered_by   uuid,
  entered_name text not null,
  entered_at   timestamptz not null,
  decided_by   uuid,
  decided_name text,
  decided_at   timestamptz,
  reason       text not null default '',
  version      int not null default 1,
  primary key (tenant_id, id),
  constraint indicator_value_indicator foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  constraint indicator_value_area foreign key (tenant_id, area_id) references agency (tenant_id, id),
  constraint indicator_value_file foreign key (tenant_id, file_hash) references file (tenant_id, hash)
);
-- One under way and one in force for each period and place, typed and computed apart.
create unique index indicator_value_open on indicator_value (tenant_id, indicator_id, period, is_snapshot, area_id)
  nulls not distinct where state in ('draft', 'returned');
create unique index indicator_value_force on indicator_value (tenant_id, indicator_id, period, is_snapshot, area_id)
  nulls not distinct where state = 'approved';
create index indicator_value_of on indicator_value (tenant_id, indicator_id, day desc, id);

-- table: tenant. A named object that is counted (danh mục đối tượng) on the days from its first to its last.
create table indicator_object (
  tenant_id    int not null,
  id           uuid not null,
  indicator_id uuid not null,
  name         text not null,
  area_id      uuid,
  from_day     date not null,
  to_day       date,
  source       text not null,
  file_hash    text,
  file_name    text,
  is_void      boolean not null default false,
  version      int not null default 1,
  primary key (tenant_id, id),
  constraint indicator_object_indicator foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  constraint indicator_object_area foreign key (tenant_id, area_id) references agency (tenant_id, id),
  constraint indicator_object_file foreign key (tenant_id, file_hash) references file (tenant_id, hash)
);
create index indicator_object_of on indicator_object (tenant_id, indicator_id, from_day, id);

-- table: tenant. The thresholds by which targets are said to be on track; none: those of src/indicator/status.ts.
create table indicator_rule (
  tenant_id int not null references tenant (id),
  body      jsonb not null,
  version   int not null,
  primary key (tenant_id)
);
