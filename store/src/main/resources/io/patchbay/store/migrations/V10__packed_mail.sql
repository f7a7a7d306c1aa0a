-- Mails are kept as they came, packed together with what was read from them (docs/adr/0022).

-- What the mails of a project have in common, for the packer. Never changed: mails are packed with it.
create table mail_dictionary (
    id         ${id},
    project_id bigint   not null references project (id) on delete cascade,
    made       bigint   not null,
    content    ${bytes} not null
);
create index mail_dictionary_project on mail_dictionary (project_id, id);

insert into counter (name, value) values ('mail_dictionary', 0);

-- Whether the mails that are filed are kept as they came, not just their texts.
alter table project add column keep_mail boolean not null default true;

-- Where a row has this, its texts stand in it too, and the columns of the texts are empty.
alter table patch_text add column packed ${bytes};
alter table cover_text add column packed ${bytes};
alter table patch_comment add column packed ${bytes};
alter table cover_comment add column packed ${bytes};

-- Which mails belong together: every Message-ID that a filed mail has or answers, of all projects, so that
-- answers to a mail that never came meet too (archive §2.3). It holds no mails, only their ids.
create table mail_thread (
    msgid  varchar(255) ${bytewise} not null primary key,
    thread bigint       not null
) ${clustered};
create index mail_thread_thread on mail_thread (thread);

insert into counter (name, value) values ('mail_thread', 0);

${packed};

-- How far the rows of a table were gone through to pack what an earlier program left in clear, or what came before
-- its project was learnt: those up to "settled" are done, those up to "until" are to be done.
create table repacking (
    name    varchar(30) not null primary key,
    settled bigint      not null,
    until   bigint      not null
);
insert into repacking (name, settled, until) select 'patch', 0, value from counter where name = 'patch';
insert into repacking (name, settled, until) select 'cover', 0, value from counter where name = 'cover';
insert into repacking (name, settled, until)
    select 'patch_comment', 0, value from counter where name = 'patch_comment';
insert into repacking (name, settled, until)
    select 'cover_comment', 0, value from counter where name = 'cover_comment';
