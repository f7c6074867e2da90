-- What waits for somebody's decision is a small part of all work: found without reading the rest.
create index assignment_waiting on assignment (tenant_id, status, due_on nulls last, id) where status in ('reported', 'approved');
