package io.patchbay.control;

import io.patchbay.qmp.schema.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A row of the event table as a QMP event. Each has the row's id, the project's link name and the
 * row's date, as {@code /api/events/} shows them.
 */
sealed interface TrackerEvent extends Event {

    String project();

    Category category();

    record CoverRef(long id, String msgid, String name) {}

    record PatchRef(long id, String msgid, String name) {}

    record SeriesRef(long id, Optional<String> name, int version) {}

    record CommentRef(long id, String msgid) {}

    record CoverCreated(long id, String project, String date, CoverRef cover)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.COVER_CREATED;
        }
    }

    record PatchCreated(long id, String project, String date, PatchRef patch)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.PATCH_CREATED;
        }
    }

    record PatchCompleted(long id, String project, String date, PatchRef patch, SeriesRef series)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.PATCH_COMPLETED;
        }
    }

    record PatchStateChanged(
            long id,
            String project,
            String date,
            Optional<String> actor,
            PatchRef patch,
            String previousState,
            String currentState)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.PATCH_STATE_CHANGED;
        }
    }

    record PatchDelegated(
            long id,
            String project,
            String date,
            Optional<String> actor,
            PatchRef patch,
            Optional<String> previousDelegate,
            Optional<String> currentDelegate)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.PATCH_DELEGATED;
        }
    }

    record PatchRelationChanged(
            long id, String project, String date, Optional<String> actor, PatchRef patch)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.PATCH_RELATION_CHANGED;
        }
    }

    record CheckCreated(
            long id,
            String project,
            String date,
            PatchRef patch,
            long check,
            String user,
            String context,
            String state)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.CHECK_CREATED;
        }
    }

    record SeriesCreated(long id, String project, String date, SeriesRef series)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.SERIES_CREATED;
        }
    }

    record SeriesCompleted(long id, String project, String date, SeriesRef series)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.SERIES_COMPLETED;
        }
    }

    record CoverCommentCreated(
            long id, String project, String date, CoverRef cover, CommentRef comment)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.COVER_COMMENT_CREATED;
        }
    }

    record PatchCommentCreated(
            long id, String project, String date, PatchRef patch, CommentRef comment)
            implements TrackerEvent {
        @Override
        public Category category() {
            return Category.PATCH_COMMENT_CREATED;
        }
    }

    /** The same as it stands in the event table. */
    static TrackerEvent of(io.patchbay.tracker.events.Event event) {
        long id = event.id();
        var project = event.project().linkName();
        var date = event.date().toString();
        var actor = name(event.actor());
        return switch (event.what()) {
            case io.patchbay.tracker.events.Event.CoverCreated(var cover) ->
                    new CoverCreated(id, project, date, ref(cover));
            case io.patchbay.tracker.events.Event.PatchCreated(var patch) ->
                    new PatchCreated(id, project, date, ref(patch));
            case io.patchbay.tracker.events.Event.PatchCompleted(var patch, var series) ->
                    new PatchCompleted(id, project, date, ref(patch), ref(series));
            case io.patchbay.tracker.events.Event.PatchStateChanged(var patch, var from, var to) ->
                    new PatchStateChanged(
                            id, project, date, actor, ref(patch), slug(from), slug(to));
            case io.patchbay.tracker.events.Event.PatchDelegated(var patch, var from, var to) ->
                    new PatchDelegated(id, project, date, actor, ref(patch), name(from), name(to));
            case io.patchbay.tracker.events.Event.PatchRelationChanged(var patch) ->
                    new PatchRelationChanged(id, project, date, actor, ref(patch));
            case io.patchbay.tracker.events.Event.CheckCreated(var patch, var check) ->
                    new CheckCreated(
                            id,
                            project,
                            date,
                            ref(patch),
                            check.id(),
                            check.user().username(),
                            check.context(),
                            check.state().label());
            case io.patchbay.tracker.events.Event.SeriesCreated(var series) ->
                    new SeriesCreated(id, project, date, ref(series));
            case io.patchbay.tracker.events.Event.SeriesCompleted(var series) ->
                    new SeriesCompleted(id, project, date, ref(series));
            case io.patchbay.tracker.events.Event.CoverCommentCreated(var cover, var comment) ->
                    new CoverCommentCreated(id, project, date, ref(cover), ref(comment));
            case io.patchbay.tracker.events.Event.PatchCommentCreated(var patch, var comment) ->
                    new PatchCommentCreated(id, project, date, ref(patch), ref(comment));
        };
    }

    private static CoverRef ref(io.patchbay.tracker.model.CoverHead cover) {
        return new CoverRef(cover.id(), cover.msgid(), cover.name());
    }

    private static PatchRef ref(io.patchbay.tracker.model.PatchHead patch) {
        return new PatchRef(patch.id(), patch.msgid(), patch.name());
    }

    private static SeriesRef ref(io.patchbay.tracker.model.SeriesHead series) {
        return new SeriesRef(series.id(), Optional.ofNullable(series.name()), series.version());
    }

    private static CommentRef ref(io.patchbay.tracker.model.CommentHead comment) {
        return new CommentRef(comment.id(), comment.msgid());
    }

    private static Optional<String> name(@Nullable User user) {
        return Optional.ofNullable(user).map(User::username);
    }

    private static String slug(State state) {
        return state.slug();
    }
}
