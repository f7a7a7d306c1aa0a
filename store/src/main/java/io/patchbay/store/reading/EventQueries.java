package io.patchbay.store.reading;

import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.StoreFailure;
import io.patchbay.store.query.Heads;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.CheckCreated;
import io.patchbay.tracker.events.Event.CoverCommentCreated;
import io.patchbay.tracker.events.Event.CoverCreated;
import io.patchbay.tracker.events.Event.Occurrence;
import io.patchbay.tracker.events.Event.PatchCommentCreated;
import io.patchbay.tracker.events.Event.PatchCompleted;
import io.patchbay.tracker.events.Event.PatchCreated;
import io.patchbay.tracker.events.Event.PatchDelegated;
import io.patchbay.tracker.events.Event.PatchRelationChanged;
import io.patchbay.tracker.events.Event.PatchStateChanged;
import io.patchbay.tracker.events.Event.SeriesCompleted;
import io.patchbay.tracker.events.Event.SeriesCreated;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Events;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;

public final class EventQueries implements Events {

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.EVENTS,
                    """
                    event.id, event.category, event.date,
                    %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s
                    """
                            .formatted(
                                    ProjectQueries.PROJECT.of("project"),
                                    UserQueries.USER.of("actor"),
                                    Heads.patch("patch"),
                                    Heads.series("series"),
                                    Heads.cover("cover"),
                                    ProjectQueries.STATE.of("previous_state"),
                                    ProjectQueries.STATE.of("current_state"),
                                    UserQueries.USER.of("previous_delegate"),
                                    UserQueries.USER.of("current_delegate"),
                                    CheckQueries.columns("patch_check", "checker"),
                                    Heads.comment("cover_comment"),
                                    Heads.comment("patch_comment")),
                    List.of(
                            new Join("project", "project.id = event.project_id"),
                            new Join("account as actor", "actor.id = event.actor_id"),
                            new Join("patch", "patch.id = event.patch_id"),
                            new Join("series", "series.id = event.series_id"),
                            new Join("cover", "cover.id = event.cover_id"),
                            new Join(
                                    "state as previous_state",
                                    "previous_state.id = event.previous_state_id"),
                            new Join(
                                    "state as current_state",
                                    "current_state.id = event.current_state_id"),
                            new Join(
                                    "account as previous_delegate",
                                    "previous_delegate.id = event.previous_delegate_id"),
                            new Join(
                                    "account as current_delegate",
                                    "current_delegate.id = event.current_delegate_id"),
                            new Join("patch_check", "patch_check.id = event.check_id"),
                            new Join("account as checker", "checker.id = patch_check.account_id"),
                            new Join("cover_comment", "cover_comment.id = event.cover_comment_id"),
                            new Join(
                                    "patch_comment", "patch_comment.id = event.patch_comment_id")));

    private final Sql sql;

    public EventQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Event> list(Selection selection) {
        return LISTING.page(sql, selection, new Rows());
    }

    @Override
    public List<Event> after(long id, int limit) {
        return sql.list(
                LISTING.rows("where event.id > ? order by event.id limit ?"),
                new Rows(),
                id,
                limit);
    }

    @Override
    public long newest() {
        return sql.one("select coalesce(max(id), 0) from event", Row::id);
    }

    private static final class Rows implements Row.Reader<Event> {

        private final Heads heads = new Heads();
        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<State> states = ProjectQueries.STATE.shared();
        private final Shape.Shared<User> users = UserQueries.USER.shared();

        @Override
        public Event read(Row row) throws SQLException {
            var id = row.id();
            var category = Category.of(row.text());
            var date = row.moment();
            var project = projects.read(row);
            var actor = users.readOrNull(row);
            return new Event(id, project, date, actor, about(row, project).occurrence(category));
        }

        private About about(Row row, Project project) throws SQLException {
            var patch = Heads.patchOrNull(row, project);
            var series = heads.seriesOrNull(row, project);
            var cover = Heads.coverOrNull(row, project);
            return new About(
                    patch,
                    series,
                    cover,
                    states.readOrNull(row),
                    states.readOrNull(row),
                    users.readOrNull(row),
                    users.readOrNull(row),
                    CheckQueries.checkOrNull(row, users),
                    cover == null
                            ? Heads.noComment(row)
                            : Heads.commentOrNull(row, new Parent(Kind.COVER, cover.id()), project),
                    patch == null
                            ? Heads.noComment(row)
                            : Heads.commentOrNull(
                                    row, new Parent(Kind.PATCH, patch.id()), project));
        }
    }

    /** All that an event may be about. Its category tells what must be there. */
    private record About(
            @Nullable PatchHead patch,
            @Nullable SeriesHead series,
            @Nullable CoverHead cover,
            @Nullable State previousState,
            @Nullable State currentState,
            @Nullable User previousDelegate,
            @Nullable User currentDelegate,
            @Nullable Check check,
            @Nullable CommentHead coverComment,
            @Nullable CommentHead patchComment) {

        Occurrence occurrence(Category category) {
            return switch (category) {
                case COVER_CREATED -> new CoverCreated(there(cover));
                case PATCH_CREATED -> new PatchCreated(there(patch));
                case PATCH_COMPLETED -> new PatchCompleted(there(patch), there(series));
                case PATCH_STATE_CHANGED ->
                        new PatchStateChanged(
                                there(patch), there(previousState), there(currentState));
                case PATCH_DELEGATED ->
                        new PatchDelegated(there(patch), previousDelegate, currentDelegate);
                case PATCH_RELATION_CHANGED -> new PatchRelationChanged(there(patch));
                case CHECK_CREATED -> new CheckCreated(there(patch), there(check));
                case SERIES_CREATED -> new SeriesCreated(there(series));
                case SERIES_COMPLETED -> new SeriesCompleted(there(series));
                case COVER_COMMENT_CREATED ->
                        new CoverCommentCreated(there(cover), there(coverComment));
                case PATCH_COMMENT_CREATED ->
                        new PatchCommentCreated(there(patch), there(patchComment));
            };
        }

        private <T> T there(@Nullable T subject) {
            if (subject == null) {
                throw new StoreFailure("an event lacks what it is about; it has only " + this);
            }
            return subject;
        }
    }
}
