-- Which series is the next version of which, and by what that is known (docs/measured/versions.md).

-- What the mails of a series say of other versions: change-ids, and Message-IDs of mails of other series.
create table version_claim (
    series_id bigint       not null references series (id) on delete cascade,
    kind      varchar(20)  not null,
    value     varchar(255) ${bytewise} not null,
    -- which version another mail is said to be; 0 if that is not said
    version   integer      not null,
    primary key (series_id, kind, value, version)
) ${clustered};
create index version_claim_value on version_claim (value);

-- By which series with a like title are found: numbers made of the titles of their mails.
create table version_title (
    title     bigint not null,
    series_id bigint not null references series (id) on delete cascade,
    primary key (title, series_id)
) ${clustered};
create index version_title_series on version_title (series_id);

-- Numbers made of some of the changed lines and of the file names of a patch.
create table version_sample (
    patch_id bigint not null primary key references patch (id) on delete cascade,
    lines    ${bytes} not null,
    files    ${bytes} not null
);

-- The newest earlier version of a series; none if a person said that it has none.
create table version_link (
    series_id  bigint      not null primary key references series (id) on delete cascade,
    earlier_id bigint      references series (id) on delete cascade,
    source     varchar(20) not null,
    -- in thousandths
    score      integer     not null,
    -- who said so; nobody if rules found it
    account_id bigint      references account (id) on delete set null
);
create index version_link_earlier on version_link (earlier_id) where earlier_id is not null;
create index version_link_account on version_link (account_id) where account_id is not null;

-- How far "relink" went through the series; no row if it is not under way.
create table relinking (
    name    varchar(30) not null primary key,
    settled bigint      not null
);
