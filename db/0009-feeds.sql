-- table: tenant. Secret addresses under which a calendar program reads due days: a person's own, or those of an agency as
-- that person may see them. Only the hash of the secret is kept; taken back, the row is gone.
create table calendar_feed (
  tenant_id  int not null references tenant (id),
  id         uuid not null,
  account_id uuid not null,
  agency_id  uuid,
  token_hash text not null,
  version    int not null default 1,
  created_at timestamptz not null,
  renewed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint calendar_feed_token unique (tenant_id, token_hash),
  constraint calendar_feed_account foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint calendar_feed_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create unique index calendar_feed_once on calendar_feed
  (tenant_id, account_id, coalesce(agency_id, '00000000-0000-0000-0000-000000000000'));

-- The list of all items, the nearest day first.
create index item_by_due on item (tenant_id, due_on nulls last, id);
-- What a leader or follower has in charge.
create index item_by_follower on item (tenant_id, follower_id) where follower_id is not null;
create index item_by_leader on item (tenant_id, leader_id) where leader_id is not null;
-- What its overseer has to decide.
create index assignment_asking_of_plan on assignment (tenant_id, plan_id) where extension_until is not null;
create index item_waiting_of_plan on item (tenant_id, plan_id) where event is not null and event_on is null;
