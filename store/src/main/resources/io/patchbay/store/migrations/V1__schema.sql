-- One text for SQLite and PostgreSQL. ${id} is a key whose values "counter" gives, so that none is used twice.
-- ${bytewise} makes a column compare by its bytes, as SQLite does anyway.
-- Moments are microseconds since 1970 in UTC (docs/adr): the same number, order and index on both.
-- Message-IDs are stored with their angle brackets, cut to 255 characters (mail-ingest §6).

-- The last number used of each kind. Writers take turns, so no two of them read the same.
create table counter (
    name  varchar(30) not null primary key,
    value bigint      not null
);

create table project (
    id                      ${id},
    link_name               varchar(255) ${bytewise}  not null unique,
    link_name_key           varchar(255)  not null,
    name                    varchar(255) ${bytewise}  not null unique,
    list_id                 varchar(255)  not null,
    list_email              varchar(200)  not null,
    subject_match           varchar(64)   not null default '',
    web_url                 varchar(2000) not null default '',
    scm_url                 varchar(2000) not null default '',
    webscm_url              varchar(2000) not null default '',
    list_archive_url        varchar(2000) not null default '',
    list_archive_url_format varchar(2000) not null default '',
    commit_url_format       varchar(2000) not null default '',
    send_notifications      boolean       not null default false,
    show_dependencies       boolean       not null default false,
    use_tags                boolean       not null default true,
    unique (list_id, subject_match)
);
create index project_link_name_lower on project (link_name_key);

-- An account that can sign in ("user" is a word of SQL).
create table account (
    id            ${id},
    username      varchar(150) ${bytewise} not null unique,
    username_key  varchar(150) not null,
    first_name    varchar(150) ${bytewise} not null default '',
    last_name     varchar(150) ${bytewise} not null default '',
    email         varchar(254) ${bytewise} not null default '',
    email_key     varchar(254) not null default '',
    password_hash varchar(255) not null default '',
    active        boolean      not null default true,
    staff         boolean      not null default false,
    superuser     boolean      not null default false,
    last_login    bigint,
    joined        bigint       not null,
    send_email    boolean      not null default false,
    items_per_page integer     not null default 100,
    show_ids      boolean      not null default false
);
create index account_username_lower on account (username_key);
create index account_email_lower on account (email_key);

-- The key itself is shown once and never kept.
create table token (
    id         ${id},
    account_id bigint      not null references account (id) on delete cascade,
    key_hash   varchar(64) not null unique,
    label      varchar(50) not null default '',
    -- empty: everything the user may; else words such as "read checks"
    scopes     varchar(100) not null default '',
    project_id bigint      references project (id) on delete cascade,
    created    bigint      not null,
    expires    bigint,
    last_used  bigint
);
create index token_account on token (account_id);

-- Signed in with a browser. Again the key is never kept, only its hash.
create table session (
    key_hash   varchar(64) not null primary key,
    account_id bigint      not null references account (id) on delete cascade,
    expires    bigint      not null
);
create index session_account on session (account_id);
create index session_expires on session (expires);

create table maintainer (
    account_id bigint not null references account (id) on delete cascade,
    project_id bigint not null references project (id) on delete cascade,
    primary key (account_id, project_id)
);
create index maintainer_project on maintainer (project_id);

-- The key columns hold the value in lower case, so that both databases compare alike.
create table person (
    id         ${id},
    email      varchar(255) ${bytewise} not null unique,
    email_key  varchar(255) not null,
    name       varchar(255) ${bytewise},
    account_id bigint references account (id) on delete set null
);
create index person_email_lower on person (email_key);
create index person_account on person (account_id);
create index person_name on person (name);

create table state (
    id              ${id},
    name            varchar(100) not null unique,
    slug            varchar(100) not null unique,
    ordering        integer      not null unique,
    action_required boolean      not null default true
);

create table tag (
    id          ${id},
    name        varchar(20) not null,
    pattern     varchar(50) not null,
    abbrev      varchar(2)  not null unique,
    show_column boolean     not null default true
);

create table delegation_rule (
    id         ${id},
    project_id bigint       not null references project (id) on delete cascade,
    account_id bigint       not null references account (id) on delete cascade,
    path       varchar(255) not null,
    priority   integer      not null default 0,
    unique (path, project_id)
);
create index delegation_rule_project on delegation_rule (project_id);

create table cover (
    id           ${id},
    project_id   bigint       not null references project (id) on delete cascade,
    msgid        varchar(255) not null,
    date         bigint       not null,
    name         varchar(255) ${bytewise} not null,
    submitter_id bigint       not null references person (id) on delete cascade,
    unique (msgid, project_id)
);
create index cover_project on cover (project_id, id);
create index cover_submitter on cover (submitter_id);
create index cover_date on cover (date);
create index cover_name on cover (name);

create table cover_text (
    cover_id bigint not null primary key references cover (id) on delete cascade,
    headers  text   not null,
    content  text
);

create table series (
    id             ${id},
    project_id     bigint  not null references project (id) on delete cascade,
    cover_id       bigint  unique references cover (id) on delete cascade,
    name           varchar(255) ${bytewise},
    date           bigint  not null,
    submitter_id   bigint  not null references person (id) on delete cascade,
    version        integer not null default 1,
    total          integer not null,
    received_total integer not null default 0
);
create index series_project on series (project_id, id);
create index series_submitter on series (submitter_id, date);
create index series_date on series (date);

create table series_reference (
    project_id bigint       not null references project (id) on delete cascade,
    msgid      varchar(255) not null,
    series_id  bigint       not null references series (id) on delete cascade,
    primary key (project_id, msgid)
);
create index series_reference_series on series_reference (series_id);

create table series_dependency (
    series_id bigint not null references series (id) on delete cascade,
    needs_id  bigint not null references series (id) on delete cascade,
    primary key (series_id, needs_id)
);
create index series_dependency_needs on series_dependency (needs_id);

create table relation (
    id ${id}
);

create table patch (
    id            ${id},
    project_id    bigint       not null references project (id) on delete cascade,
    msgid         varchar(255) ${bytewise} not null,
    date          bigint       not null,
    name          varchar(255) ${bytewise} not null,
    submitter_id  bigint       not null references person (id) on delete cascade,
    state_id      bigint       not null references state (id),
    delegate_id   bigint       references account (id) on delete set null,
    archived      boolean      not null default false,
    commit_ref    varchar(255) ${bytewise},
    pull_url      varchar(255),
    hash          varchar(40) ${bytewise},
    series_id     bigint       references series (id) on delete cascade,
    number        integer,
    relation_id   bigint       references relation (id) on delete set null,
    -- Kept when they change, never counted at a read. The combined state is 0 to 3 as in "check".
    check_state   smallint     not null default 0,
    check_success integer      not null default 0,
    check_warning integer      not null default 0,
    check_fail    integer      not null default 0,
    comment_count integer      not null default 0,
    unique (msgid, project_id),
    unique (series_id, number)
);
create index patch_project on patch (project_id, id);
create index patch_project_date on patch (project_id, date);
create index patch_project_state on patch (project_id, state_id, archived, date);
create index patch_archived on patch (archived, id);
create index patch_date on patch (date);
create index patch_state on patch (state_id, id);
create index patch_submitter on patch (submitter_id, id);
create index patch_delegate on patch (delegate_id, id);
create index patch_relation on patch (relation_id) where relation_id is not null;
create index patch_hash on patch (hash) where hash is not null;

create table patch_text (
    patch_id bigint not null primary key references patch (id) on delete cascade,
    headers  text   not null,
    content  text,
    diff     text
);

-- How many patches a project has in each state: what paging needs of the common filters.
create table patch_count (
    project_id bigint  not null references project (id) on delete cascade,
    state_id   bigint  not null references state (id),
    archived   boolean not null,
    patches    bigint  not null,
    primary key (project_id, state_id, archived)
);

create table patch_tag (
    patch_id bigint  not null references patch (id) on delete cascade,
    tag_id   bigint  not null references tag (id) on delete cascade,
    count    integer not null,
    primary key (patch_id, tag_id)
);

create table cover_comment (
    id           ${id},
    cover_id     bigint       not null references cover (id) on delete cascade,
    msgid        varchar(255) not null,
    date         bigint       not null,
    submitter_id bigint       not null references person (id) on delete cascade,
    headers      text         not null,
    content      text,
    addressed    boolean,
    unique (msgid, cover_id)
);
create index cover_comment_cover on cover_comment (cover_id, date);
create index cover_comment_submitter on cover_comment (submitter_id);

create table patch_comment (
    id           ${id},
    patch_id     bigint       not null references patch (id) on delete cascade,
    msgid        varchar(255) not null,
    date         bigint       not null,
    submitter_id bigint       not null references person (id) on delete cascade,
    headers      text         not null,
    content      text,
    addressed    boolean,
    unique (msgid, patch_id)
);
create index patch_comment_patch on patch_comment (patch_id, date);
create index patch_comment_submitter on patch_comment (submitter_id);

create table patch_check (
    id          ${id},
    patch_id    bigint       not null references patch (id) on delete cascade,
    account_id  bigint       not null references account (id) on delete cascade,
    date        bigint       not null,
    state       smallint     not null default 0,
    target_url  varchar(200) ${bytewise},
    description text ${bytewise},
    context     varchar(255) ${bytewise} not null default 'default'
);
create index patch_check_patch on patch_check (patch_id, id);
create index patch_check_account on patch_check (account_id);

create table bundle (
    id         ${id},
    account_id bigint      not null references account (id) on delete cascade,
    project_id bigint      not null references project (id) on delete cascade,
    name       varchar(50) ${bytewise} not null,
    public     boolean     not null default false,
    unique (account_id, name)
);
create index bundle_project on bundle (project_id);

create table bundle_patch (
    bundle_id bigint  not null references bundle (id) on delete cascade,
    patch_id  bigint  not null references patch (id) on delete cascade,
    position  integer not null,
    primary key (bundle_id, patch_id)
);
create index bundle_patch_patch on bundle_patch (patch_id);

-- Both what /api/events/ answers and the outbox that every listener reads.
-- Ids and dates rise in the order of commits: writers take turns (docs/adr).
create table event (
    id                   ${id},
    project_id           bigint      not null references project (id) on delete cascade,
    category             varchar(25) not null,
    date                 bigint      not null unique,
    actor_id             bigint      references account (id) on delete set null,
    patch_id             bigint      references patch (id) on delete cascade,
    series_id            bigint      references series (id) on delete cascade,
    cover_id             bigint      references cover (id) on delete cascade,
    previous_state_id    bigint      references state (id),
    current_state_id     bigint      references state (id),
    previous_delegate_id bigint      references account (id) on delete set null,
    current_delegate_id  bigint      references account (id) on delete set null,
    check_id             bigint      references patch_check (id) on delete cascade,
    cover_comment_id     bigint      references cover_comment (id) on delete cascade,
    patch_comment_id     bigint      references patch_comment (id) on delete cascade
);
create index event_project on event (project_id, date);
create index event_category on event (category, date);
create index event_project_category on event (project_id, category, date);
create index event_patch on event (patch_id) where patch_id is not null;
create index event_series on event (series_id) where series_id is not null;
create index event_cover on event (cover_id) where cover_id is not null;
create index event_actor on event (actor_id) where actor_id is not null;
create index event_check on event (check_id) where check_id is not null;
create index event_cover_comment on event (cover_comment_id) where cover_comment_id is not null;
create index event_patch_comment on event (patch_comment_id) where patch_comment_id is not null;

create table email_confirmation (
    id         ${id},
    type       varchar(20)  not null,
    email      varchar(200) not null,
    account_id bigint       references account (id) on delete cascade,
    key_hash   varchar(64)  not null unique,
    date       bigint       not null,
    active     boolean      not null default true
);
create index email_confirmation_account on email_confirmation (account_id);

-- Addresses in lower case that want no mail from here.
create table email_optout (
    email varchar(200) not null primary key
);

-- State changes that the submitter has not been told of yet.
create table state_notification (
    patch_id          bigint not null primary key references patch (id) on delete cascade,
    last_modified     bigint not null,
    original_state_id bigint not null references state (id)
);

create table site (
    id     bigint       not null primary key,
    domain varchar(100) not null,
    name   varchar(50)  not null
);

insert into site (id, domain, name) values (1, 'example.com', 'example.com');

insert into state (id, name, slug, ordering, action_required) values
    (1, 'New', 'new', 0, true),
    (2, 'Under Review', 'under-review', 1, true),
    (3, 'Accepted', 'accepted', 2, false),
    (4, 'Rejected', 'rejected', 3, false),
    (5, 'RFC', 'rfc', 4, false),
    (6, 'Not Applicable', 'not-applicable', 5, false),
    (7, 'Changes Requested', 'changes-requested', 6, false),
    (8, 'Awaiting Upstream', 'awaiting-upstream', 7, false),
    (9, 'Superseded', 'superseded', 8, false),
    (10, 'Deferred', 'deferred', 9, false);

insert into tag (id, name, pattern, abbrev, show_column) values
    (1, 'Acked-by', '^Acked-by:', 'A', true),
    (2, 'Reviewed-by', '^Reviewed-by:', 'R', true),
    (3, 'Tested-by', '^Tested-by:', 'T', true);

insert into counter (name, value) values
    ('project', 0),
    ('account', 0),
    ('token', 0),
    ('person', 0),
    ('state', 10),
    ('tag', 3),
    ('delegation_rule', 0),
    ('cover', 0),
    ('series', 0),
    ('relation', 0),
    ('patch', 0),
    ('cover_comment', 0),
    ('patch_comment', 0),
    ('patch_check', 0),
    ('bundle', 0),
    ('event', 0),
    ('email_confirmation', 0),
    ('event_date', 0);
