-- The list of a register as it opens, in its order; later registers have this index from the start.
create index cooperative_in_order on cooperative (tenant_id, name collate "vi-x-icu", id) where not is_void;

-- Who changed a register last.
create index audit_event_register on audit_event (tenant_id, subject_kind, at desc) where action like 'register.%';
