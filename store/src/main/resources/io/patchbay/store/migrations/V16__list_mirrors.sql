-- The public-inbox repositories that projects are filled from and follow (docs/operating/inbox.md). How far each is
-- read stands in the table of bookmarks.
create table list_mirror (
    project_id bigint  not null primary key references project (id) on delete cascade,
    location   text    not null,
    -- How many of the newest mails are taken the first time; null for all.
    newest     bigint,
    -- Seconds between two looks at it.
    pause      bigint  not null,
    due        bigint  not null,
    -- When a look last succeeded.
    looked     bigint,
    -- How many looks failed since then, and why the last one did.
    failures   bigint  not null default 0,
    trouble    text,
    -- Of several processes, the one that looks at it now.
    holder     varchar(40),
    held_until bigint  not null default 0
);
