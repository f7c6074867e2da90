-- A saved filter belongs to a page; the worklist was the first. Names are told apart on one page.
alter table saved_filter add column path text not null default '/work';
alter table saved_filter drop constraint saved_filter_name;
alter table saved_filter add constraint saved_filter_name unique (tenant_id, account_id, path, name_key);
