-- Mails that came before what they answer (docs/reference/mail-ingest.md, section 23), as they came, packed like those that are
-- filed (docs/adr/0022): those that are not filed yet, and those that are filed by another mail of their thread until what they answer comes.
create table waiting_mail (
    project_id bigint       not null references project (id) on delete cascade,
    msgid      varchar(255) ${bytewise} not null,
    received   bigint       not null,
    -- The order in which they came.
    id         bigint       not null unique,
    -- Whether it lay in an archive: its line ends are read in another way then (mail-ingest, section 1).
    archived   boolean      not null,
    -- By which it is known in kept_mail, where it goes when it is filed.
    digest     varchar(64)  not null,
    raw        ${bytes}     not null,
    primary key (msgid, project_id)
);
create index waiting_mail_project on waiting_mail (project_id, id);
create index waiting_mail_received on waiting_mail (received);

create table waiting_for (
    awaited    varchar(255) ${bytewise} not null,
    project_id bigint       not null,
    msgid      varchar(255) ${bytewise} not null,
    primary key (awaited, project_id, msgid),
    foreign key (msgid, project_id) references waiting_mail (msgid, project_id) on delete cascade
) ${clustered};
create index waiting_for_mail on waiting_for (msgid, project_id);

insert into counter (name, value) values ('waiting_mail', 0);

-- A second mail of a Message-ID that says something else is in the quarantine, too.
drop index kept_mail_quarantine;
create index kept_mail_quarantine on kept_mail (id)
    where outcome in ('broken', 'unknown-list', 'holds-diff', 'other-text');
