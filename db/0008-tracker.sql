-- Import of tracking sheets that offices keep already.
-- table: tenant. What the columns of a sheet mean, by its heading: asked once, then remembered. `names` are printed
-- names, `states` words of the column "Tình trạng", both as a person settled them.
create table tracker_mapping (
  tenant_id  int not null references tenant (id),
  signature  text not null,
  fields     jsonb not null,
  names      jsonb not null,
  states     jsonb not null,
  options    jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, signature)
);

-- table: tenant. One file on its way in, and what became of it.
create table tracker_run (
  tenant_id   int not null references tenant (id),
  id          uuid not null,
  status      text not null,
  file_name   text not null,
  file_hash   text not null,
  settings    jsonb not null,
  plan_id     uuid,
  fresh       int not null default 0,
  known       int not null default 0,
  faulty      int not null default 0,
  assignments int not null default 0,
  version     int not null default 1,
  created_by  uuid not null,
  created_at  timestamptz not null,
  done_at     timestamptz,
  primary key (tenant_id, id),
  constraint tracker_run_file foreign key (tenant_id, file_hash) references file (tenant_id, hash),
  constraint tracker_run_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
create index tracker_run_newest on tracker_run (tenant_id, created_at desc, id desc);

-- table: tenant. A row that was brought in and the work it became, so that no sheet brings it in again. assignment_id
-- is null where the row became one assignment for every member of a group.
create table tracker_row (
  tenant_id     int not null references tenant (id),
  id            uuid not null,
  run_id        uuid not null,
  plan_id       uuid not null,
  row_key       text not null,
  duty_hash     text not null,
  row_number    int not null,
  agency_ids    uuid[] not null,
  item_id       uuid not null,
  assignment_id uuid,
  cells         jsonb not null,
  primary key (tenant_id, id),
  constraint tracker_row_once unique (tenant_id, plan_id, row_key),
  constraint tracker_row_run foreign key (tenant_id, run_id) references tracker_run (tenant_id, id),
  constraint tracker_row_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint tracker_row_item foreign key (tenant_id, item_id) references item (tenant_id, id),
  constraint tracker_row_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id)
);
create index tracker_row_duty on tracker_row (tenant_id, duty_hash);
create index tracker_row_item_of on tracker_row (tenant_id, item_id);
