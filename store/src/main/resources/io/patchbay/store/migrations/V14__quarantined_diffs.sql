-- What holds a diff and is not filed is in the quarantine, too.
drop index kept_mail_quarantine;
create index kept_mail_quarantine on kept_mail (id) where outcome in ('broken', 'unknown-list', 'holds-diff');
