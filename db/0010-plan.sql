-- Corrections and additions after publishing; what agencies are told about them.

-- A document that came later (annex, conclusion, letter) is a plan row of its own that adds to a published one.
alter table plan add column adds_to uuid;
alter table plan add constraint plan_adds_to foreign key (tenant_id, adds_to) references plan (tenant_id, id);
-- Days before the lead's own day on which a coordinating agency's part is due; null: no parts are given.
alter table plan add column sub_duty_days int;
-- Of what was dropped, file or pasted text, to tell the same document dropped again.
alter table plan add column source_hash text;
update plan set source_hash = file_hash;
create index plan_by_source on plan (tenant_id, source_hash);
create index plan_by_adds_to on plan (tenant_id, adds_to) where adds_to is not null;

-- The document whose lines the spans count in; null: the plan's own.
alter table item add column document_id uuid;
alter table item add constraint item_document foreign key (tenant_id, document_id) references plan (tenant_id, id);

-- table: tenant. A misreading mended after publishing: what it was, what it is, why. Never changed.
create table correction (
  tenant_id  int not null,
  id         uuid not null,
  plan_id    uuid not null,
  item_id    uuid not null,
  reason     text not null,
  before     jsonb not null,
  after      jsonb not null,
  account_id uuid not null,
  actor      text not null,
  at         timestamptz not null,
  primary key (tenant_id, id),
  constraint correction_item foreign key (tenant_id, item_id) references item (tenant_id, id)
);
create index correction_of_item on correction (tenant_id, item_id, at);
create index correction_of_plan on correction (tenant_id, plan_id, at desc, id);

-- table: tenant. What an agency is told about its work; the sentence is made from kind and detail.
create table notice (
  tenant_id    int not null,
  id           uuid not null,
  agency_id    uuid not null,
  kind         text not null,
  subject_kind text not null,
  subject_id   uuid not null,
  detail       jsonb not null,
  actor        text not null,
  at           timestamptz not null,
  primary key (tenant_id, id),
  constraint notice_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index notice_of_agency on notice (tenant_id, agency_id, at desc, id desc);

-- table: tenant. Who has seen it.
create table notice_seen (
  tenant_id  int not null,
  notice_id  uuid not null,
  account_id uuid not null,
  at         timestamptz not null,
  primary key (tenant_id, notice_id, account_id),
  constraint notice_seen_notice foreign key (tenant_id, notice_id) references notice (tenant_id, id),
  constraint notice_seen_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);
