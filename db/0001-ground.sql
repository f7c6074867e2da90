-- Every tenant table: tenant_id int, key (tenant_id, …), foreign keys only along tenant_id, no triggers, so that
-- the same schema can be sharded by tenant. The word behind "table:" says which kind a table is.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Search key without diacritics; unaccent turns Đ into D.
create function fold(t text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(t, NFC)));

-- table: reference
create table tenant (
  id            int primary key,
  name          text not null,
  province_code text not null,
  is_sample     boolean not null default false,
  created_at    timestamptz not null
);

-- table: reference. Sign-in names are unique over all tenants.
create table login (
  name       text primary key,
  tenant_id  int not null references tenant (id),
  account_id uuid not null
);

-- table: tenant
create table agency (
  tenant_id  int not null references tenant (id),
  id         uuid not null,
  code       text,
  name       text not null,
  name_key   text not null,
  kind       text not null,
  parent_id  uuid,
  aliases    text[] not null default '{}',
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint agency_code_unique unique (tenant_id, code),
  constraint agency_parent foreign key (tenant_id, parent_id) references agency (tenant_id, id)
);
-- Two agencies of one name may stand under different parents (every commune has its "Phòng Kinh tế").
create unique index agency_name_unique on agency (tenant_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name_key);

-- table: tenant
create table account (
  tenant_id       int not null references tenant (id),
  id              uuid not null,
  login           text not null,
  name            text not null,
  position        text not null default '',
  agency_id       uuid,
  role            text not null,
  password_hash   text,
  code_hash       text,
  code_expires_at timestamptz,
  is_active       boolean not null default true,
  version         int not null default 1,
  created_at      timestamptz not null,
  primary key (tenant_id, id),
  constraint account_login_unique unique (tenant_id, login),
  constraint account_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant
create table session (
  tenant_id  int not null,
  id         uuid not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint session_token_unique unique (tenant_id, token_hash),
  constraint session_account foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

-- table: tenant. Bytes by their SHA-256; kept in the database so that a paper and the step it proves are one commit.
create table file (
  tenant_id  int not null references tenant (id),
  hash       text not null,
  bytes      bytea not null,
  size       int not null,
  created_at timestamptz not null,
  primary key (tenant_id, hash)
);
alter table file alter column bytes set storage external;

-- table: tenant. Written in the transaction of the change it records, never changed afterwards.
create table audit_event (
  tenant_id    int not null,
  id           uuid not null,
  at           timestamptz not null,
  account_id   uuid,
  actor        text not null,
  action       text not null,
  subject_kind text not null,
  subject_id   text not null,
  detail       jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index audit_event_subject on audit_event (tenant_id, subject_kind, subject_id, at);
create index audit_event_at on audit_event (tenant_id, at desc, id);

-- table: tenant. The answer to a create, so that a repeated request is answered and not carried out again.
create table idempotency (
  tenant_id    int not null,
  account_id   uuid not null,
  key          text not null,
  request_hash text not null,
  response     jsonb,
  at           timestamptz not null,
  primary key (tenant_id, account_id, key)
);
