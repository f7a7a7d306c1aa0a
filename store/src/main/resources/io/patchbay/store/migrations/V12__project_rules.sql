-- By which rules the mails of a project find their series: 'patchbay' or 'patchwork'
-- (docs/reference/mail-ingest.md, section 21). Projects that are here go on as they began.
alter table project add column rules varchar(20) not null default 'patchwork';
