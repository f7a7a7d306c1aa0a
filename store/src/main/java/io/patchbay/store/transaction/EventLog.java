package io.patchbay.store.transaction;

import io.patchbay.store.database.Batch;
import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.events.Event.Category;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The events of one transaction, in the order in which they are told. They are written together
 * when it commits, so what they are about must be written before.
 */
public final class EventLog {

    private static final String DATE = "event_date";

    private final Counters counters;
    private final Tallies tallies;
    private final long now;
    private final Batch batch;

    EventLog(Sql sql, Counters counters, Tallies tallies, Instant now) {
        this.counters = counters;
        this.tallies = tallies;
        this.now = Moment.stored(now);
        this.batch =
                sql.batch(
                        """
                        insert into event (
                            id, project_id, category, date, actor_id,
                            patch_id, series_id, cover_id,
                            previous_state_id, current_state_id,
                            previous_delegate_id, current_delegate_id,
                            check_id, cover_comment_id, patch_comment_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    public void coverCreated(long project, long cover) {
        add(Category.COVER_CREATED, project, null, new Subjects().cover(cover));
    }

    public void patchCreated(long project, long patch) {
        add(Category.PATCH_CREATED, project, null, new Subjects().patch(patch));
    }

    public void patchCompleted(long project, long patch, long series) {
        add(Category.PATCH_COMPLETED, project, null, new Subjects().patch(patch).series(series));
    }

    public void patchStateChanged(
            long project, @Nullable Long actor, long patch, long previous, long current) {
        add(
                Category.PATCH_STATE_CHANGED,
                project,
                actor,
                new Subjects().patch(patch).states(previous, current));
    }

    public void patchDelegated(
            long project,
            @Nullable Long actor,
            long patch,
            @Nullable Long previous,
            @Nullable Long current) {
        add(
                Category.PATCH_DELEGATED,
                project,
                actor,
                new Subjects().patch(patch).delegates(previous, current));
    }

    public void patchRelationChanged(long project, @Nullable Long actor, long patch) {
        add(Category.PATCH_RELATION_CHANGED, project, actor, new Subjects().patch(patch));
    }

    public void checkCreated(long project, long actor, long patch, long check) {
        add(Category.CHECK_CREATED, project, actor, new Subjects().patch(patch).check(check));
    }

    public void seriesCreated(long project, long series) {
        add(Category.SERIES_CREATED, project, null, new Subjects().series(series));
    }

    public void seriesCompleted(long project, long series) {
        add(Category.SERIES_COMPLETED, project, null, new Subjects().series(series));
    }

    public void coverCommentCreated(long project, long cover, long comment) {
        add(
                Category.COVER_COMMENT_CREATED,
                project,
                null,
                new Subjects().cover(cover).coverComment(comment));
    }

    public void patchCommentCreated(long project, long patch, long comment) {
        add(
                Category.PATCH_COMMENT_CREATED,
                project,
                null,
                new Subjects().patch(patch).patchComment(comment));
    }

    private void add(Category category, long project, @Nullable Long actor, Subjects about) {
        long id = counters.next("event");
        tallies.event(project, id, category);
        batch.add(
                id,
                project,
                category.label(),
                counters.nextAtLeast(DATE, now),
                actor,
                about.patch,
                about.series,
                about.cover,
                about.previousState,
                about.currentState,
                about.previousDelegate,
                about.currentDelegate,
                about.check,
                about.coverComment,
                about.patchComment);
    }

    void keep() {
        batch.run();
    }

    /** What an event is about: few of them at a time. */
    private static final class Subjects {

        private @Nullable Long patch;
        private @Nullable Long series;
        private @Nullable Long cover;
        private @Nullable Long previousState;
        private @Nullable Long currentState;
        private @Nullable Long previousDelegate;
        private @Nullable Long currentDelegate;
        private @Nullable Long check;
        private @Nullable Long coverComment;
        private @Nullable Long patchComment;

        Subjects patch(long id) {
            patch = id;
            return this;
        }

        Subjects series(long id) {
            series = id;
            return this;
        }

        Subjects cover(long id) {
            cover = id;
            return this;
        }

        Subjects states(long previous, long current) {
            previousState = previous;
            currentState = current;
            return this;
        }

        Subjects delegates(@Nullable Long previous, @Nullable Long current) {
            previousDelegate = previous;
            currentDelegate = current;
            return this;
        }

        Subjects check(long id) {
            check = id;
            return this;
        }

        Subjects coverComment(long id) {
            coverComment = id;
            return this;
        }

        Subjects patchComment(long id) {
            patchComment = id;
            return this;
        }
    }
}
