-- Mails as they came, compressed (docs/adr/0011): those that could not be filed until somebody decides about them, the
-- others as long as the operator wants.
create table kept_mail (
    id       ${id},
    -- Of the mail and of the list it was given for: the same delivery again is the same row.
    digest   varchar(64)  not null unique,
    received bigint       not null,
    -- Whether it lay in an archive: its line ends are read in another way then (mail-ingest §1).
    archived boolean      not null,
    -- The list it was filed under whatever its headers say.
    list_id  varchar(255),
    origin   varchar(255) not null,
    subject  varchar(255) not null,
    outcome  varchar(20)  not null,
    reason   varchar(1000),
    attempts integer      not null default 1,
    size     bigint       not null,
    raw      ${bytes}     not null
);
create index kept_mail_received on kept_mail (received);
create index kept_mail_quarantine on kept_mail (id) where outcome in ('broken', 'unknown-list');

insert into counter (name, value) values ('kept_mail', 0);
