-- With the columns that other filters ask for, so that a pair of filters is answered by an index alone.
drop index patch_submitter;
create index patch_submitter on patch (submitter_id, id, project_id, state_id, archived, date);

drop index patch_delegate;
create index patch_delegate on patch (delegate_id, id, project_id, state_id, archived, date);

drop index patch_state;
create index patch_state on patch (state_id, id, archived, date);

drop index patch_archived;
create index patch_archived on patch (archived, id, date);

drop index patch_date;
create index patch_date on patch (date, project_id, state_id, archived);

${nameindex};
