-- table: tenant. An item that cannot go on before another is done, as people have said: never changed, only taken away
-- again; the audit keeps who, when and why.
create table prerequisite (
  tenant_id        int not null,
  item_id          uuid not null,
  requires_item_id uuid not null,
  reason           text not null,
  on_day           date not null,
  account_id       uuid not null,
  at               timestamptz not null,
  primary key (tenant_id, item_id, requires_item_id),
  constraint prerequisite_other check (item_id <> requires_item_id),
  constraint prerequisite_item foreign key (tenant_id, item_id) references item (tenant_id, id),
  constraint prerequisite_required foreign key (tenant_id, requires_item_id) references item (tenant_id, id),
  constraint prerequisite_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index prerequisite_by_required on prerequisite (tenant_id, requires_item_id);
