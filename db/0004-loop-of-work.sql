-- The loop of work: sub-duties, periods, people in charge, stand-ins. An assignment keeps for ever to whom and with
-- which day it was given; its other columns cache the fold of its steps.
alter table assignment add column role text not null default 'lead';
alter table assignment add column parent_id uuid;
alter table assignment add column duty text not null default '';
alter table assignment add column period text not null default '';
alter table assignment add column period_from date;
alter table assignment add column period_to date;
alter table assignment add column given_on date;
alter table assignment add column given_to uuid;
alter table assignment add column given_due date;
alter table assignment add column unit_id uuid;
alter table assignment add column person_id uuid;
alter table assignment add column extension_until date;
update assignment set given_on = (created_at at time zone 'Asia/Ho_Chi_Minh')::date, given_to = agency_id, given_due = due_on;
alter table assignment alter column given_on set not null;
alter table assignment alter column given_to set not null;
alter table assignment drop constraint assignment_once;
alter table assignment add constraint assignment_once unique (tenant_id, item_id, given_to, role, period);
alter table assignment add constraint assignment_parent foreign key (tenant_id, parent_id) references assignment (tenant_id, id);
alter table assignment add constraint assignment_given_to foreign key (tenant_id, given_to) references agency (tenant_id, id);
alter table assignment add constraint assignment_unit foreign key (tenant_id, unit_id) references agency (tenant_id, id);
alter table assignment add constraint assignment_person foreign key (tenant_id, person_id) references account (tenant_id, id);
create index assignment_by_parent on assignment (tenant_id, parent_id) where parent_id is not null;
create index assignment_by_person on assignment (tenant_id, person_id, due_on nulls last, id) where person_id is not null;

alter table step add column to_agency_id uuid;
alter table step add column to_account_id uuid;
alter table step add column due_on date;
-- The day the thing itself happened, where that is not the day it was recorded.
alter table step add column happened_on date;
alter table step add column for_account_id uuid;
alter table step add column nothing boolean not null default false;
alter table step add column figures jsonb not null default '[]';
-- What one act wrote on many assignments: a report on several duties, a decision on an agency's work.
alter table step add column batch_id uuid;
create index step_by_batch on step (tenant_id, batch_id) where batch_id is not null;

-- completion: all | share | word. every: null once, else month | quarter | half | year. state caches what follows from
-- the assignments of the latest period and the overseer's word.
alter table item add column completion text not null default 'all';
alter table item add column completion_share int;
alter table item add column lead_id uuid;
alter table item add column state text not null default 'open';
alter table item add column due_on date;
alter table item add column done_on date;
alter table item add column word_on date;
alter table item add column word_by text;
alter table item add column every text;
alter table item add column event text;
alter table item add column event_on date;
alter table item add column leader_id uuid;
alter table item add column follower_id uuid;
alter table item add column version int not null default 1;
alter table item add constraint item_lead foreign key (tenant_id, lead_id) references agency (tenant_id, id);
alter table item add constraint item_leader foreign key (tenant_id, leader_id) references account (tenant_id, id);
alter table item add constraint item_follower foreign key (tenant_id, follower_id) references account (tenant_id, id);
update item set
  event = case when due_kind = 'conditional' then due_text end,
  lead_id = (select agency_id from assignment where assignment.tenant_id = item.tenant_id and assignment.item_id = item.id and item.outcome = 'assign' limit 1),
  due_on = (select max(due_on) from assignment where assignment.tenant_id = item.tenant_id and assignment.item_id = item.id),
  state = case when exists (select 1 from assignment where assignment.tenant_id = item.tenant_id and assignment.item_id = item.id)
                and not exists (select 1 from assignment where assignment.tenant_id = item.tenant_id and assignment.item_id = item.id and status <> 'done')
          then 'done' else 'open' end;
update item set done_on = (select max(completed_on) from assignment where assignment.tenant_id = item.tenant_id and assignment.item_id = item.id)
  where state = 'done';
create index item_merged on item (tenant_id, merged_into) where merged_into is not null;
create index item_by_plan on item (tenant_id, plan_id, state, due_on nulls last, id);

alter table plan add column leader_id uuid;
alter table plan add column follower_id uuid;
-- What "theo kỳ báo cáo" means in this plan, and how many days after the end of its window a report is due.
alter table plan add column every text not null default 'year';
alter table plan add column report_days int not null default 0;
alter table plan add constraint plan_leader foreign key (tenant_id, leader_id) references account (tenant_id, id);
alter table plan add constraint plan_follower foreign key (tenant_id, follower_id) references account (tenant_id, id);

-- Sub-duties are counted beside what agencies lead, never with it.
drop table assignment_count;
-- table: tenant. How many assignments stand where; kept in the writing transaction, so that no page counts rows.
-- due_on is 'infinity' where there is no date, so that "overdue" is a sum up to yesterday.
create table assignment_count (
  tenant_id int not null,
  plan_id   uuid not null,
  agency_id uuid not null,
  role      text not null,
  due_on    date not null,
  state     text not null,
  n         int not null,
  primary key (tenant_id, plan_id, agency_id, role, due_on, state)
);
insert into assignment_count (tenant_id, plan_id, agency_id, role, due_on, state, n)
select tenant_id, plan_id, agency_id, role, coalesce(due_on, 'infinity'),
       case when status not in ('approved', 'done') then status
            when completed_on > due_on then status || '-late' else status || '-on-time' end, count(*)
from assignment group by 1, 2, 3, 4, 5, 6;

-- table: tenant. The same of items. lead_id is the nil uuid where a group bears the item.
create table item_count (
  tenant_id int not null,
  plan_id   uuid not null,
  lead_id   uuid not null,
  due_on    date not null,
  state     text not null,
  n         int not null,
  primary key (tenant_id, plan_id, lead_id, due_on, state)
);
insert into item_count (tenant_id, plan_id, lead_id, due_on, state, n)
select tenant_id, plan_id, coalesce(lead_id, '00000000-0000-0000-0000-000000000000'), coalesce(due_on, 'infinity'),
       case when state <> 'done' then state when done_on > due_on then 'done-late' else 'done-on-time' end, count(*)
from item where outcome in ('assign', 'each') group by 1, 2, 3, 4, 5;

-- table: tenant. Moves with every change of work, spread over rows so that agencies do not wait for each other: a page
-- computed at one sum of these is right as long as the sum stays.
create table work_stamp (
  tenant_id int not null,
  shard     int not null,
  n         bigint not null,
  primary key (tenant_id, shard)
);

-- table: tenant. Who acts for whom from day to day.
create table stand_in (
  tenant_id   int not null,
  id          uuid not null,
  account_id  uuid not null,
  stand_in_id uuid not null,
  from_day    date not null,
  to_day      date not null,
  reason      text not null,
  ended_on    date,
  version     int not null default 1,
  created_by  uuid not null,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  constraint stand_in_account foreign key (tenant_id, account_id) references account (tenant_id, id),
  constraint stand_in_person foreign key (tenant_id, stand_in_id) references account (tenant_id, id)
);
create index stand_in_of on stand_in (tenant_id, stand_in_id, to_day);
