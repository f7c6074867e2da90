-- table: tenant. The files that were read together as one document, in their order: body, annexes. The lines of the
-- document are counted through all of them.
create table plan_file (
  tenant_id  int not null,
  plan_id    uuid not null,
  ordinal    int not null,
  name       text not null,
  hash       text not null,
  first_line int not null,
  lines      int not null,
  primary key (tenant_id, plan_id, ordinal),
  constraint plan_file_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade,
  constraint plan_file_file foreign key (tenant_id, hash) references file (tenant_id, hash)
);
create index plan_file_by_hash on plan_file (tenant_id, hash);
insert into plan_file (tenant_id, plan_id, ordinal, name, hash, first_line, lines)
select plan.tenant_id, plan.id, 0, plan.file_name, plan.file_hash, 0, jsonb_array_length(plan_source.lines)
from plan join plan_source on plan_source.tenant_id = plan.tenant_id and plan_source.plan_id = plan.id
where plan.file_hash is not null;
