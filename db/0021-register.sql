-- Registers: what every one of them shares. Their own tables follow from their definitions (src/register/).
create function join_texts(t text[]) returns text language sql immutable parallel safe as $$
  select coalesce(array_to_string(t, ' '), '')
$$;

-- table: tenant. What a change of a row replaced: whole, with the days [since, until) on which it counted.
create table register_past (
  tenant_id int not null,
  register  text not null,
  row_id    uuid not null,
  version   int not null,
  since     date not null,
  until     date not null,
  row       jsonb not null,
  primary key (tenant_id, register, row_id, version)
);
create index register_past_until on register_past (tenant_id, register, until);

-- table: tenant. Agencies that keep a register: they enter and change all its rows. Named by the administrator.
create table register_keeper (
  tenant_id int not null references tenant (id),
  register  text not null,
  agency_id uuid not null,
  primary key (tenant_id, register, agency_id),
  constraint register_keeper_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant. One import of a file: who, when, what it did.
create table register_batch (
  tenant_id  int not null references tenant (id),
  id         uuid not null,
  register   text not null,
  file_name  text not null,
  file_hash  text not null,
  source     text not null,
  counts     jsonb not null,
  account_id uuid,
  actor      text not null,
  at         timestamptz not null,
  primary key (tenant_id, id)
);
create index register_batch_by_register on register_batch (tenant_id, register, at desc, id);

-- table: tenant. Which column of a file from elsewhere is which of ours, told once; known again by its headings.
create table register_mapping (
  tenant_id int not null references tenant (id),
  register  text not null,
  signature text not null,
  fields    jsonb not null,
  at        timestamptz not null,
  primary key (tenant_id, register, signature)
);
