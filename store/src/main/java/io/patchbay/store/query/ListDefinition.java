package io.patchbay.store.query;

import static java.util.Map.entry;

import io.patchbay.store.transaction.Tallies;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.ByActor;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.ByUsers;
import io.patchbay.tracker.query.Criterion.Compares;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InCheckState;
import io.patchbay.tracker.query.Criterion.InContext;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.NotOfCategories;
import io.patchbay.tracker.query.Criterion.OfCategory;
import io.patchbay.tracker.query.Criterion.OfCovers;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Criterion.OwnedBy;
import io.patchbay.tracker.query.Criterion.Public;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Criterion.VisibleTo;
import io.patchbay.tracker.query.Criterion.WithHash;
import io.patchbay.tracker.query.Criterion.WithMessageId;
import io.patchbay.tracker.query.Selection.Field;

import java.util.Map;

/**
 * What each list can be filtered and ordered by, and in which columns that stands. The condition
 * that a criterion makes of its columns is the same in all lists: see {@link Where}.
 */
public enum ListDefinition {
    PATCHES(
            "patch",
            Map.ofEntries(
                    entry(InProjects.class, "patch.project_id"),
                    entry(InSeries.class, "patch.series_id"),
                    entry(OfPatches.class, "patch.id"),
                    entry(BySubmitters.class, "patch.submitter_id"),
                    entry(DelegatedTo.class, "patch.delegate_id"),
                    entry(Undelegated.class, "patch.delegate_id"),
                    entry(InStates.class, "patch.state_id"),
                    entry(Archived.class, "patch.archived"),
                    entry(WithHash.class, "patch.hash"),
                    entry(WithMessageId.class, "patch.msgid"),
                    entry(Since.class, "patch.date"),
                    entry(Before.class, "patch.date"),
                    entry(Mentions.class, "patch.name")),
            Map.ofEntries(
                    entry(Field.ID, "patch.id"),
                    entry(Field.NAME, "patch.name"),
                    entry(Field.DATE, "patch.date"),
                    entry(Field.PROJECT, "project.link_name"),
                    entry(Field.STATE, "state.ordering"),
                    entry(Field.ARCHIVED, "patch.archived"),
                    entry(Field.SUBMITTER, "patch.submitter_id"),
                    entry(Field.SUBMITTER_NAME, "person.name?"),
                    entry(Field.DELEGATE, "account.username?"),
                    entry(Field.CHECK_STATE, "patch.check_state"),
                    entry(Field.COMMIT_REF, "patch.commit_ref?"),
                    entry(Field.HASH, "patch.hash?"),
                    entry(Field.MESSAGE_ID, "patch.msgid"))),

    COVERS(
            "cover",
            Map.of(
                    InProjects.class, "cover.project_id",
                    InSeries.class, "series.id",
                    BySubmitters.class, "cover.submitter_id",
                    WithMessageId.class, "cover.msgid",
                    Since.class, "cover.date",
                    Before.class, "cover.date",
                    Mentions.class, "cover.name"),
            Map.of(
                    Field.ID, "cover.id",
                    Field.NAME, "cover.name",
                    Field.DATE, "cover.date",
                    Field.SUBMITTER, "cover.submitter_id")),

    SERIES(
            "series",
            Map.of(
                    InProjects.class, "series.project_id",
                    BySubmitters.class, "series.submitter_id",
                    Since.class, "series.date",
                    Before.class, "series.date",
                    Mentions.class, "series.name"),
            Map.of(
                    Field.ID, "series.id",
                    Field.NAME, "series.name?",
                    Field.DATE, "series.date",
                    Field.SUBMITTER, "series.submitter_id")),

    PATCH_COMMENTS(
            "patch_comment",
            Map.of(OfPatches.class, "patch_comment.patch_id"),
            Map.of(
                    Field.ID, "patch_comment.id",
                    Field.DATE, "patch_comment.date",
                    Field.SUBMITTER, "patch_comment.submitter_id")),

    COVER_COMMENTS(
            "cover_comment",
            Map.of(OfCovers.class, "cover_comment.cover_id"),
            Map.of(
                    Field.ID, "cover_comment.id",
                    Field.DATE, "cover_comment.date",
                    Field.SUBMITTER, "cover_comment.submitter_id")),

    CHECKS(
            "patch_check",
            Map.of(
                    OfPatches.class, "patch_check.patch_id",
                    InProjects.class, "patch.project_id",
                    ByUsers.class, "patch_check.account_id",
                    InCheckState.class, "patch_check.state",
                    InContext.class, "patch_check.context",
                    Since.class, "patch_check.date",
                    Before.class, "patch_check.date"),
            Map.of(
                    Field.ID, "patch_check.id",
                    Field.DATE, "patch_check.date",
                    Field.CHECK_STATE, "patch_check.state",
                    Field.TARGET_URL, "patch_check.target_url?",
                    Field.CONTEXT, "patch_check.context",
                    Field.DESCRIPTION, "patch_check.description?",
                    Field.USER, "patch_check.account_id")),

    BUNDLES(
            "bundle",
            Map.of(
                    InProjects.class, "bundle.project_id",
                    OwnedBy.class, "bundle.account_id",
                    VisibleTo.class, "bundle.account_id",
                    Public.class, "bundle.public",
                    Mentions.class, "bundle.name"),
            Map.of(
                    Field.ID, "bundle.id",
                    Field.NAME, "bundle.name",
                    Field.OWNER, "bundle.account_id")),

    EVENTS(
            "event",
            Map.of(
                    InProjects.class, "event.project_id",
                    OfCategory.class, "event.category",
                    NotOfCategories.class, "event.category",
                    InSeries.class, "event.series_id",
                    OfPatches.class, "event.patch_id",
                    OfCovers.class, "event.cover_id",
                    ByActor.class, "event.actor_id",
                    Since.class, "event.date",
                    Before.class, "event.date"),
            Map.of(
                    Field.ID, "event.id",
                    Field.DATE, "event.date")),

    AUDIT(
            "audit",
            Map.of(
                    InProjects.class, "audit.project_id",
                    ByActor.class, "audit.account_id",
                    Since.class, "audit.date",
                    Before.class, "audit.date"),
            Map.of(
                    Field.ID, "audit.id",
                    Field.DATE, "audit.date")),

    PROJECTS(
            "project",
            Map.of(Mentions.class, "project.link_name project.name"),
            Map.of(
                    Field.ID, "project.id",
                    Field.NAME, "project.name",
                    Field.PROJECT, "project.link_name")),

    USERS(
            "account",
            Map.of(
                    Mentions.class,
                    "account.username account.first_name account.last_name account.email"),
            Map.of(
                    Field.ID, "account.id",
                    Field.USERNAME, "account.username",
                    Field.EMAIL, "account.email")),

    PEOPLE(
            "person",
            Map.of(Mentions.class, "person.name person.email"),
            Map.of(
                    Field.ID, "person.id",
                    Field.NAME, "person.name?",
                    Field.EMAIL, "person.email"));

    private final String table;
    private final Map<Class<? extends Criterion>, String> filters;

    /** A question mark stands behind a column that may be null. */
    private final Map<Field, String> orders;

    ListDefinition(
            String table,
            Map<Class<? extends Criterion>, String> filters,
            Map<Field, String> orders) {
        this.table = table;
        this.filters = filters;
        this.orders = orders;
    }

    public String table() {
        return table;
    }

    /** Whether {@link Tallies} tell how many rows there are. */
    boolean isTallied() {
        return switch (this) {
            case PATCHES, SERIES, COVERS, EVENTS, AUDIT -> true;
            default -> false;
        };
    }

    /** Several are separated by blanks. */
    String columnsOf(Criterion criterion) {
        if (criterion instanceof Compares(var field, _, _) && (this == PATCHES || this == CHECKS)) {
            return columnOf(field).replace("?", "");
        }
        var columns = filters.get(criterion.getClass());
        if (columns == null) {
            throw new IllegalArgumentException(
                    "the list of %s cannot be filtered by %s".formatted(name(), criterion));
        }
        return columns;
    }

    String columnOf(Field field) {
        var column = orders.get(field);
        if (column == null) {
            throw new IllegalArgumentException(
                    "the list of %s cannot be ordered by %s".formatted(name(), field));
        }
        return column;
    }
}
