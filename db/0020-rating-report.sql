-- Reports of rounds are rated beside assignments: a confirmed cause and an objection may be about one of them.
alter table rating_cause alter column assignment_id drop not null;
alter table rating_cause add column report_id uuid;
alter table rating_cause add constraint rating_cause_report
  foreign key (tenant_id, report_id) references report (tenant_id, id);
alter table rating_cause add constraint rating_cause_about check (num_nonnulls(assignment_id, report_id) = 1);
create unique index rating_cause_report_once on rating_cause (tenant_id, report_id, fault) where withdrawn_at is null;

alter table rating_objection add column report_id uuid;
alter table rating_objection add constraint rating_objection_report
  foreign key (tenant_id, report_id) references report (tenant_id, id);
alter table rating_objection add constraint rating_objection_about check (num_nonnulls(assignment_id, report_id) <= 1);
