-- table: tenant. A file on its way into a register: its settings while it is open, its batch when it is done.
create table register_import (
  tenant_id  int not null references tenant (id),
  id         uuid not null,
  register   text not null,
  status     text not null,
  file_name  text not null,
  file_hash  text not null,
  settings   jsonb not null,
  counts     jsonb,
  version    int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  done_at    timestamptz,
  primary key (tenant_id, id),
  constraint register_import_status check (status in ('open', 'done')),
  constraint register_import_file foreign key (tenant_id, file_hash) references file (tenant_id, hash),
  constraint register_import_by foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create index register_import_by_register on register_import (tenant_id, register, created_at desc, id desc);
create index register_import_by_file on register_import (tenant_id, file_hash);
