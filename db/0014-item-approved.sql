-- Of an open item whose agencies have finished all that was needed, the day they had: it waits for the overseer alone, and
-- what was finished in time is not late meanwhile. Caches what follows from the leading assignments of the latest round.
alter table item add column approved_on date;
update item set approved_on = round.finished_on[round.wanted]
from (
  select distinct on (assignment.tenant_id, assignment.item_id) assignment.tenant_id, assignment.item_id,
         case when item.completion = 'share'
              then greatest(1, ceil(count(*) filter (where status <> 'closed') * coalesce(completion_share, 100) / 100.0))
              else count(*) filter (where status <> 'closed') end::int as wanted,
         coalesce(array_agg(completed_on order by completed_on)
                    filter (where status in ('approved', 'done') and completed_on is not null), '{}') as finished_on
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  where assignment.role = 'lead'
  group by assignment.tenant_id, assignment.item_id, assignment.period, item.every, item.completion, item.completion_share
  order by assignment.tenant_id, assignment.item_id,
           case item.every when 'year' then period ~ '^[0-9]{4}$' when 'half' then period ~ '^[0-9]{4}-H'
                           when 'quarter' then period ~ '^[0-9]{4}-Q' when 'month' then period ~ '^[0-9]{4}-[0-9]{2}$'
                           else period = '' end desc,
           period desc) round
where item.tenant_id = round.tenant_id and item.id = round.item_id and item.state = 'open' and round.wanted > 0;
delete from item_count;
insert into item_count (tenant_id, plan_id, lead_id, due_on, state, n)
select tenant_id, plan_id, coalesce(lead_id, '00000000-0000-0000-0000-000000000000'), coalesce(due_on, 'infinity'),
       case when state = 'done' then case when done_on > due_on then 'done-late' else 'done-on-time' end
            when state = 'closed' or approved_on is null then state
            when approved_on > due_on then 'approved-late' else 'approved-on-time' end, count(*)
from item where outcome in ('assign', 'each') group by 1, 2, 3, 4, 5;

-- What is told to one person alone, who may be of no agency.
alter table notice add column account_id uuid;
alter table notice add constraint notice_account foreign key (tenant_id, account_id) references account (tenant_id, id);
alter table notice alter column agency_id drop not null;
create index notice_of_account on notice (tenant_id, account_id, at desc, id desc) where account_id is not null;
