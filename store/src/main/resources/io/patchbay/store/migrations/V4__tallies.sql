-- How many rows the long lists have, for paging: see Tallies and docs/adr/0010.
drop table patch_count;

create table tally (
    list       varchar(10) not null,
    -- ALL; MONTH: the span is of dates, each the twelfth part of a year; BLOCK: of 8192 ids
    unit       varchar(5)  not null,
    -- 0: of all projects
    project_id bigint      not null,
    span       bigint      not null,
    -- 0: of all kinds; patches: twice the state, one more if archived; events: the category from 1
    kind       bigint      not null,
    entries    bigint      not null,
    primary key (list, unit, project_id, span, kind)
) ${clustered};

insert into tally (list, unit, project_id, span, kind, entries)
select 'patch', 'MONTH', project_id, (date + 63115200000000000) / 2629800000000,
       2 * state_id + case when archived then 1 else 0 end, count(*)
  from patch
 group by 3, 4, 5;

insert into tally (list, unit, project_id, span, kind, entries)
select 'patch', 'BLOCK', project_id, id / 8192,
       2 * state_id + case when archived then 1 else 0 end, count(*)
  from patch
 group by 3, 4, 5;

insert into tally (list, unit, project_id, span, kind, entries)
select list, unit, project_id, span, 0, sum(entries)
  from tally
 group by list, unit, project_id, span;

insert into tally (list, unit, project_id, span, kind, entries)
select 'series', 'MONTH', project_id, (date + 63115200000000000) / 2629800000000, 0, count(*)
  from series
 group by 3, 4;

insert into tally (list, unit, project_id, span, kind, entries)
select 'series', 'BLOCK', project_id, id / 8192, 0, count(*)
  from series
 group by 3, 4;

insert into tally (list, unit, project_id, span, kind, entries)
select 'cover', 'MONTH', project_id, (date + 63115200000000000) / 2629800000000, 0, count(*)
  from cover
 group by 3, 4;

insert into tally (list, unit, project_id, span, kind, entries)
select 'cover', 'BLOCK', project_id, id / 8192, 0, count(*)
  from cover
 group by 3, 4;

insert into tally (list, unit, project_id, span, kind, entries)
select 'event', 'BLOCK', project_id, id / 8192,
       case category
            when 'cover-created' then 1
            when 'patch-created' then 2
            when 'patch-completed' then 3
            when 'patch-state-changed' then 4
            when 'patch-delegated' then 5
            when 'patch-relation-changed' then 6
            when 'check-created' then 7
            when 'series-created' then 8
            when 'series-completed' then 9
            when 'cover-comment-created' then 10
            when 'patch-comment-created' then 11
       end,
       count(*)
  from event
 group by 3, 4, 5;

insert into tally (list, unit, project_id, span, kind, entries)
select list, unit, 0, span, kind, sum(entries)
  from tally
 group by list, unit, span, kind;

insert into tally (list, unit, project_id, span, kind, entries)
select list, 'ALL', project_id, 0, kind, sum(entries)
  from tally
 where unit = 'BLOCK'
 group by list, project_id, kind;
