-- table: tenant
create table plan (
  tenant_id    int not null references tenant (id),
  id           uuid not null,
  status       text not null,
  file_name    text not null,
  file_hash    text,
  number       text,
  type         text not null,
  title        text not null,
  issuer       text not null,
  issued       text,
  period_from  int,
  period_to    int,
  overseer_id  uuid,
  version      int not null default 1,
  created_by   uuid not null,
  created_at   timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant_id, id),
  constraint plan_file foreign key (tenant_id, file_hash) references file (tenant_id, hash),
  constraint plan_overseer foreign key (tenant_id, overseer_id) references agency (tenant_id, id)
);

-- table: tenant. What was read: the lines of the source and the machine's draft. Never changed: people's decisions are edits.
create table plan_source (
  tenant_id int not null,
  plan_id   uuid not null,
  door      text not null,
  lines     jsonb not null,
  notices   jsonb not null,
  draft     jsonb not null,
  primary key (tenant_id, plan_id),
  constraint plan_source_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);

-- table: tenant. The review is the draft with these edits folded over it; undo takes the last one away.
create table plan_edit (
  tenant_id  int not null,
  plan_id    uuid not null,
  seq        int not null,
  edit       jsonb not null,
  account_id uuid not null,
  at         timestamptz not null,
  primary key (tenant_id, plan_id, seq),
  constraint plan_edit_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);

-- table: tenant. One duty of a published plan (nhiệm vụ), tracked or not.
create table item (
  tenant_id             int not null,
  id                    uuid not null,
  plan_id               uuid not null,
  ordinal               int not null,
  section               text not null,
  origin                text not null,
  outcome               text not null,
  quote                 text not null,
  spans                 jsonb not null,
  lead_printed          text[] not null,
  coordinating_printed  text[] not null,
  deliverables          text[] not null,
  due_text              text not null,
  due_kind              text not null,
  due_from              date,
  due_to                date,
  merged_into           uuid,
  search                text generated always as (fold(quote)) stored,
  primary key (tenant_id, id),
  constraint item_ordinal_unique unique (tenant_id, plan_id, ordinal),
  constraint item_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint item_merged foreign key (tenant_id, merged_into) references item (tenant_id, id) deferrable initially deferred
);
create index item_search on item using gin (search gin_trgm_ops);

-- table: tenant. Agencies that coordinate an item.
create table item_coordinating (
  tenant_id int not null,
  item_id   uuid not null,
  agency_id uuid not null,
  primary key (tenant_id, item_id, agency_id),
  constraint item_coordinating_item foreign key (tenant_id, item_id) references item (tenant_id, id),
  constraint item_coordinating_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant. An item laid on one agency (lượt giao). status, percent, completed_on only cache the fold of its steps.
create table assignment (
  tenant_id    int not null,
  id           uuid not null,
  plan_id      uuid not null,
  item_id      uuid not null,
  agency_id    uuid not null,
  ordinal      int not null,
  due_on       date,
  status       text not null,
  percent      int not null default 0,
  completed_on date,
  version      int not null default 1,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  constraint assignment_once unique (tenant_id, item_id, agency_id),
  constraint assignment_item foreign key (tenant_id, item_id) references item (tenant_id, id),
  constraint assignment_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint assignment_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index assignment_worklist on assignment (tenant_id, agency_id, due_on nulls last, id);
create index assignment_by_due on assignment (tenant_id, due_on nulls last, id);
create index assignment_by_plan on assignment (tenant_id, plan_id, due_on nulls last, id);

-- table: tenant. Steps taken, never changed.
create table step (
  tenant_id     int not null,
  id            uuid not null,
  assignment_id uuid not null,
  seq           int not null,
  kind          text not null,
  account_id    uuid not null,
  actor         text not null,
  agency_id     uuid,
  at            timestamptz not null,
  on_day        date not null,
  text          text not null default '',
  percent       int,
  primary key (tenant_id, id),
  constraint step_seq_unique unique (tenant_id, assignment_id, seq),
  constraint step_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id)
);

-- table: tenant. Evidence attached to a report.
create table step_file (
  tenant_id int not null,
  step_id   uuid not null,
  hash      text not null,
  name      text not null,
  media     text not null,
  size      int not null,
  primary key (tenant_id, step_id, hash),
  constraint step_file_step foreign key (tenant_id, step_id) references step (tenant_id, id),
  constraint step_file_file foreign key (tenant_id, hash) references file (tenant_id, hash)
);

-- table: tenant. How many assignments stand where; kept in the writing transaction, so that no dashboard counts rows.
-- due_on is 'infinity' where there is no date, so that "overdue" is a sum up to yesterday.
create table assignment_count (
  tenant_id int not null,
  plan_id   uuid not null,
  agency_id uuid not null,
  due_on    date not null,
  state     text not null,
  n         int not null,
  primary key (tenant_id, plan_id, agency_id, due_on, state)
);
