-- Which of the patches' blocks of 1024 ids changed last: see PatchIndex and docs/adr/0016.
create table patch_block (
    block   bigint not null primary key,
    -- the counter "patch_version" when it changed
    version bigint not null
) ${clustered};

insert into counter (name, value) values ('patch_version', 1);

insert into patch_block (block, version)
select distinct id / 1024, 1 from patch;
