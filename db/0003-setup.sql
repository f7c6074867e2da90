-- The number of a province is never given twice, not even after the sample province was removed.
create sequence tenant_number as int;
