-- What was made for requests that their clients may send again (docs/adr/0012); kept for a day. "made" is the id of a
-- check or a bundle: which of them, the hash of the request tells.
create table receipt (
    account_id   bigint       not null references account (id) on delete cascade,
    request_key  varchar(255) ${bytewise} not null,
    request_hash varchar(64)  not null,
    made         bigint       not null,
    date         bigint       not null,
    primary key (account_id, request_key)
) ${clustered};
create index receipt_date on receipt (date);
