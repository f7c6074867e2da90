-- Tables of registers, as `npm run register:table NAME` prints them.
-- table: tenant. Cooperatives.
create table cooperative (
  tenant_id int not null,
  id uuid not null,
  version int not null,
  since date not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  reason text not null,
  batch_id uuid,
  is_void boolean not null,
  code text not null,
  name text not null,
  kind text not null,
  status text not null,
  place uuid not null,
  address text,
  sector text not null,
  registered_on date not null,
  charter_capital numeric,
  members numeric,
  director text,
  woman_director boolean,
  phone text,
  high_tech boolean,
  value_chain boolean,
  parent_union uuid,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  primary key (tenant_id, id),
  constraint cooperative_place foreign key (tenant_id, place) references agency (tenant_id, id),
  constraint cooperative_parent_union foreign key (tenant_id, parent_union) references cooperative (tenant_id, id)
);
create unique index cooperative_code_once on cooperative (tenant_id, code) where not is_void;
create index cooperative_by_place on cooperative (tenant_id, place);
create index cooperative_by_parent_union on cooperative (tenant_id, parent_union);
create index cooperative_search on cooperative using gin (search gin_trgm_ops);
