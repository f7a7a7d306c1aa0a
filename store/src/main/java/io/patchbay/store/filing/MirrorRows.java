package io.patchbay.store.filing;

import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.mails.MirrorKeeping;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

public final class MirrorRows implements MirrorKeeping {

    private final Transaction transaction;

    public MirrorRows(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void follow(long projectId, String location, @Nullable Long newest, Duration pause) {
        record(projectId, ListMirror.shown(location));
        transaction
                .sql()
                .update(
                        """
                        insert into list_mirror (project_id, location, newest, pause, due)
                        values (?, ?, ?, ?, ?)
                        on conflict (project_id) do update
                           set location = excluded.location,
                               newest = excluded.newest,
                               pause = excluded.pause,
                               due = excluded.due,
                               looked = null,
                               failures = 0,
                               trouble = null,
                               holder = null,
                               held_until = 0
                        """,
                        projectId,
                        location,
                        newest,
                        pause.toSeconds(),
                        transaction.now());
    }

    @Override
    public void setPause(long projectId, Duration pause) {
        transaction
                .sql()
                .update(
                        "update list_mirror set pause = ?, due = ? where project_id = ?",
                        pause.toSeconds(),
                        transaction.now(),
                        projectId);
    }

    private void record(long projectId, @Nullable String after) {
        var before =
                new MirrorQueries(transaction.sql())
                        .of(projectId)
                        .map(ListMirror::shown)
                        .orElse(null);
        transaction
                .audit()
                .of(projectId, "project", projectId)
                .field("mirror", before, after)
                .keep();
    }

    @Override
    public boolean leave(long projectId) {
        record(projectId, null);
        return transaction.sql().update("delete from list_mirror where project_id = ?", projectId)
                > 0;
    }

    @Override
    public boolean hold(long projectId, String holder, Instant until) {
        return transaction
                        .sql()
                        .update(
                                """
                                update list_mirror
                                   set holder = ?, held_until = ?
                                 where project_id = ? and (holder = ? or held_until <= ?)
                                """,
                                holder,
                                until,
                                projectId,
                                holder,
                                transaction.now())
                > 0;
    }

    @Override
    public void release(long projectId, String holder) {
        transaction
                .sql()
                .update(
                        """
                        update list_mirror set holder = null, held_until = 0
                         where project_id = ? and holder = ?
                        """,
                        projectId,
                        holder);
    }

    @Override
    public void looked(long projectId, String holder, @Nullable String trouble, Instant due) {
        transaction
                .sql()
                .update(
                        """
                        update list_mirror
                           set due = ?,
                               looked = case when ? then looked else ? end,
                               failures = case when ? then failures + 1 else 0 end,
                               trouble = ?,
                               holder = null,
                               held_until = 0
                         where project_id = ? and holder = ?
                        """,
                        due,
                        trouble != null,
                        transaction.now(),
                        trouble != null,
                        trouble,
                        projectId,
                        holder);
    }
}
