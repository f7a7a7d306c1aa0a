package io.patchbay.store.importing;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.editing.TagCountRows;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.query.PatchNames;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedPatch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Patches of another tracker. */
final class ImportPatches {

    private final Transaction transaction;
    private final Sql sql;
    private final ImportPlace places;
    private final ImportTexts texts;
    private @Nullable TagCountRows tags;

    ImportPatches(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
        this.places = ImportPlace.ofMail(transaction, "patch");
        this.texts = new ImportTexts(transaction, MailTable.PATCH);
    }

    /** What counters hang on. */
    private record Kept(
            String name, Instant date, long stateId, boolean archived, @Nullable Long seriesId) {}

    void keep(ImportedPatch patch, Completeness told) {
        boolean isHere = places.isHere(patch.id(), patch.msgid(), patch.projectId());
        if (isHere && told == Completeness.IN_PASSING) {
            return;
        }
        long state = stateOf(patch.state());
        if (isHere) {
            var before = kept(patch.id());
            new PatchNames(sql)
                    .remove(patch.id(), before.name)
                    .add(patch.id(), patch.name())
                    .keep();
            update(patch, state);
            transaction
                    .tallies()
                    .patch(
                            patch.projectId(),
                            patch.id(),
                            before.date,
                            before.stateId,
                            before.archived,
                            -1);
            recountSeries(before.seriesId);
        } else {
            insert(patch, state);
            new PatchNames(sql).add(patch.id(), patch.name()).keep();
        }
        transaction.versions().changed(patch.id());
        transaction
                .tallies()
                .patch(patch.projectId(), patch.id(), patch.date(), state, patch.archived(), 1);
        recountSeries(patch.seriesId());
        refer(patch);
        texts.keep(patch.id(), patch.projectId(), patch.text());
        tags().recount(List.of(patch.id()));
        relate(patch);
    }

    /** Tags are read once, and not by an import without patches. */
    private TagCountRows tags() {
        var known = tags;
        if (known == null) {
            known = new TagCountRows(sql, transaction.packing());
            tags = known;
        }
        return known;
    }

    private void insert(ImportedPatch patch, long state) {
        sql.update(
                """
                insert into patch (
                    project_id, msgid, date, name, submitter_id, state_id, delegate_id, archived,
                    commit_ref, pull_url, hash, series_id, number, check_state, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                patch.projectId(),
                patch.msgid(),
                patch.date(),
                patch.name(),
                patch.submitterId(),
                state,
                patch.delegateId(),
                patch.archived(),
                patch.commitRef(),
                patch.pullUrl(),
                patch.hash(),
                patch.seriesId(),
                freeNumber(patch),
                patch.check().ordinal(),
                patch.id());
    }

    private void update(ImportedPatch patch, long state) {
        sql.update(
                """
                update patch
                   set date = ?, name = ?, submitter_id = ?, state_id = ?, delegate_id = ?,
                       archived = ?, commit_ref = ?, pull_url = ?, hash = ?,
                       series_id = ?, number = ?
                 where id = ?
                """,
                patch.date(),
                patch.name(),
                patch.submitterId(),
                state,
                patch.delegateId(),
                patch.archived(),
                patch.commitRef(),
                patch.pullUrl(),
                patch.hash(),
                patch.seriesId(),
                freeNumber(patch),
                patch.id());
        // Checks that were made here know better.
        sql.update(
                """
                update patch set check_state = ?
                 where id = ? and not exists (select 1 from patch_check where patch_id = patch.id)
                """,
                patch.check().ordinal(),
                patch.id());
    }

    private @Nullable Integer freeNumber(ImportedPatch patch) {
        if (patch.seriesId() == null || patch.number() == null) {
            return null;
        }
        boolean isTaken =
                sql.any(
                        "select 1 from patch where series_id = ? and number = ? and id <> ?",
                        patch.seriesId(),
                        patch.number(),
                        patch.id());
        return isTaken ? null : patch.number();
    }

    private long stateOf(String slug) {
        return sql.findOne("select id from state where slug = ?", Row::id, slug)
                .orElseGet(() -> addState(slug));
    }

    /** The API tells no more of a state than its slug. */
    private long addState(String slug) {
        long id = transaction.ids().next("state");
        var words = slug.replace('-', ' ');
        sql.update(
                """
                insert into state (id, name, slug, ordering, action_required)
                select ?, ?, ?, max(ordering) + 1, true from state
                """,
                id,
                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                slug);
        return id;
    }

    private Kept kept(long id) {
        return sql.one(
                "select name, date, state_id, archived, series_id from patch where id = ?",
                row -> new Kept(row.text(), row.moment(), row.id(), row.flag(), row.idOrNull()),
                id);
    }

    private void recountSeries(@Nullable Long series) {
        if (series != null) {
            sql.update(
                    """
                    update series
                       set received_total = (select count(*) from patch where series_id = series.id)
                     where id = ?
                    """,
                    series);
        }
    }

    /** Mails of the series that arrive here will find it. */
    private void refer(ImportedPatch patch) {
        if (patch.seriesId() != null) {
            sql.update(
                    """
                    insert into series_reference (project_id, msgid, series_id) values (?, ?, ?)
                    on conflict (project_id, msgid) do nothing
                    """,
                    patch.projectId(),
                    patch.msgid(),
                    patch.seriesId());
        }
    }

    /** Puts the patch, the related ones that are here, and all their relatives in one relation. */
    private void relate(ImportedPatch patch) {
        if (patch.related().isEmpty()) {
            return;
        }
        Set<Long> group = new HashSet<>(patch.related());
        group.add(patch.id());
        var members =
                sql.list(
                        "select id from patch where " + sql.dialect().among("id"),
                        Row::id,
                        new Ids(group));
        if (members.size() < 2) {
            return;
        }
        var relations = relationsOf(members);
        long relation = relations.isEmpty() ? addRelation() : relations.getFirst();
        sql.update(
                "update patch set relation_id = ? where "
                        + sql.dialect().among("id")
                        + " or "
                        + sql.dialect().among("relation_id"),
                relation,
                new Ids(members),
                new Ids(relations));
    }

    private List<Long> relationsOf(List<Long> patches) {
        return sql.list(
                "select distinct relation_id from patch where relation_id is not null and "
                        + sql.dialect().among("id")
                        + " order by relation_id",
                Row::id,
                new Ids(patches));
    }

    private long addRelation() {
        long id = transaction.ids().next("relation");
        sql.update("insert into relation (id) values (?)", id);
        return id;
    }
}
