-- Who asked for which change, kept in the transaction of the change. No foreign keys: an entry outlives
-- whom and what it is about.
create table audit (
    id         ${id},
    date       bigint       not null,
    account_id bigint,
    username   varchar(150) ${bytewise},
    token_id   bigint,
    address    varchar(100) not null,
    request    varchar(300) not null,
    project_id bigint,
    object     varchar(300) not null
);
create index audit_date on audit (date);
create index audit_project on audit (project_id, date);
create index audit_account on audit (account_id, date);

create table audit_change (
    audit_id  bigint       not null references audit (id) on delete cascade,
    position  integer      not null,
    field     varchar(300) not null,
    old_value text,
    new_value text,
    primary key (audit_id, position)
) ${clustered};

insert into counter (name, value) values ('audit', 0);
