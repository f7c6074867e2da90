-- What one plan brings about below it: plans that agencies owe, what covers which clause, drafts of sub-plans.

-- table: tenant. Whether a duty asks those who bear it for a plan of their own, as the overseer decided; no row: undecided.
create table sub_plan_call (
  tenant_id  int not null,
  item_id    uuid not null,
  plan_id    uuid not null,
  decision   text not null,
  due_on     date,
  actor      text not null,
  account_id uuid not null,
  at         timestamptz not null,
  version    int not null default 1,
  primary key (tenant_id, item_id),
  constraint sub_plan_call_item foreign key (tenant_id, item_id) references item (tenant_id, id),
  constraint sub_plan_call_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint sub_plan_call_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index sub_plan_call_of_plan on sub_plan_call (tenant_id, plan_id);

-- table: tenant. An agency owes a plan one plan of its own, however many of its duties ask for one; item_id is the first
-- that did, null where the agency issued one unasked. agency_id is whom it was laid on and stays; who owes it after a reorganisation follows from the decisions there.
create table sub_plan_owed (
  tenant_id     int not null,
  id            uuid not null,
  plan_id       uuid not null,
  item_id       uuid,
  agency_id     uuid not null,
  due_on        date,
  state         text not null,
  number        text,
  issued_on     date,
  child_plan_id uuid,
  dossier_id    uuid,
  file_hash     text,
  file_name     text,
  reason        text not null default '',
  settled_by    text,
  settled_at    timestamptz,
  created_at    timestamptz not null,
  version       int not null default 1,
  primary key (tenant_id, id),
  constraint sub_plan_owed_once unique (tenant_id, plan_id, agency_id),
  constraint sub_plan_owed_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint sub_plan_owed_item foreign key (tenant_id, item_id) references item (tenant_id, id),
  constraint sub_plan_owed_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint sub_plan_owed_child foreign key (tenant_id, child_plan_id) references plan (tenant_id, id),
  constraint sub_plan_owed_file foreign key (tenant_id, file_hash) references file (tenant_id, hash)
);
create index sub_plan_owed_by_agency on sub_plan_owed (tenant_id, agency_id);
create index sub_plan_owed_by_file on sub_plan_owed (tenant_id, file_hash) where file_hash is not null;

-- table: tenant. A plan of an agency as it is being drafted from the plan above: which of its duties it leaves out, what
-- the agency adds.
create table sub_plan_draft (
  tenant_id  int not null,
  id         uuid not null,
  plan_id    uuid not null,
  agency_id  uuid not null,
  content    jsonb not null,
  actor      text not null,
  at         timestamptz not null,
  version    int not null default 1,
  primary key (tenant_id, id),
  constraint sub_plan_draft_once unique (tenant_id, plan_id, agency_id),
  constraint sub_plan_draft_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint sub_plan_draft_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant. That one plan carries out another, said by a person where the plan itself does not cite it.
create table plan_parent (
  tenant_id  int not null,
  child_id   uuid not null,
  parent_id  uuid not null,
  actor      text not null,
  account_id uuid not null,
  at         timestamptz not null,
  version    int not null default 1,
  primary key (tenant_id, child_id, parent_id),
  constraint plan_parent_child foreign key (tenant_id, child_id) references plan (tenant_id, id),
  constraint plan_parent_parent foreign key (tenant_id, parent_id) references plan (tenant_id, id)
);
create index plan_parent_of on plan_parent (tenant_id, parent_id);

-- table: tenant. What a person said of a duty of the child and a clause of the parent: accepted, rejected, or open again.
create table coverage_link (
  tenant_id      int not null,
  child_item_id  uuid not null,
  parent_item_id uuid not null,
  child_plan_id  uuid not null,
  parent_plan_id uuid not null,
  state          text not null,
  shared         text[] not null,
  actor          text not null,
  account_id     uuid not null,
  at             timestamptz not null,
  version        int not null default 1,
  primary key (tenant_id, child_item_id, parent_item_id),
  constraint coverage_link_child foreign key (tenant_id, child_item_id) references item (tenant_id, id),
  constraint coverage_link_parent foreign key (tenant_id, parent_item_id) references item (tenant_id, id)
);
create index coverage_link_of on coverage_link (tenant_id, child_plan_id, parent_plan_id);

-- table: tenant. The documents a plan names by number, as they were read: the chain upwards and downwards is looked up here.
create table plan_reference (
  tenant_id int not null,
  plan_id   uuid not null,
  ordinal   int not null,
  number    text not null,
  type      text not null,
  day       text,
  issuer    text,
  relation  text not null,
  primary key (tenant_id, plan_id, ordinal),
  constraint plan_reference_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);
insert into plan_reference (tenant_id, plan_id, ordinal, number, type, day, issuer, relation)
select source.tenant_id, source.plan_id, named.ordinal, named.one ->> 'number', coalesce(named.one ->> 'type', ''),
       named.one ->> 'date', named.one ->> 'issuer', named.one ->> 'relation'
from plan_source source
cross join lateral jsonb_array_elements(coalesce(source.draft -> 'references', '[]')) with ordinality named (one, ordinal)
where named.one ->> 'number' is not null and named.one ->> 'relation' is not null;
