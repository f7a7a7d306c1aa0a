package io.patchbay.store.filing;

import static java.util.stream.Collectors.toSet;

import io.patchbay.store.database.Batch;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.DiffColumns;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.query.PatchNames;
import io.patchbay.store.transaction.Counters;
import io.patchbay.store.transaction.EventLog;
import io.patchbay.store.transaction.PatchVersions;
import io.patchbay.store.transaction.Tallies;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.filing.Changes;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.filing.NewComment;
import io.patchbay.tracker.filing.Sender;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.packing.MailContent;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what filing decided: one prepared batch a table, in the order that foreign keys need. */
final class FilingEntries {

    /** They are packed; the column is for those that earlier programs wrote. */
    private static final String NO_HEADERS = "";

    private final Sql sql;
    private final Packing packing;
    private final Counters ids;
    private final EventLog log;
    private final Tallies tallies;
    private final PatchVersions versions;
    private final ThreadRows threads;
    private final AdoptedMails adopted;
    private final WaitingRows waiting;

    FilingEntries(Transaction transaction) {
        sql = transaction.sql();
        packing = transaction.packing();
        ids = transaction.ids();
        log = transaction.events();
        tallies = transaction.tallies();
        versions = transaction.versions();
        threads = new ThreadRows(transaction);
        adopted = new AdoptedMails(transaction);
        waiting = new WaitingRows(transaction);
    }

    void write(Changes ledger) {
        writePeople(ledger.people());
        writeCovers(ledger.covers());
        writeSeries(ledger.series());
        writeLeads(ledger.leads());
        writePatches(ledger);
        writeDependencies(ledger);
        writeComments(ledger);
        writeTags(ledger);
        threads.write(ledger.links());
        adopted.write(ledger.again());
        waiting.write(ledger);
        for (var event : ledger.events()) {
            if (ledger.isWithdrawn(event)) {
                log.skip();
            } else {
                log.add(event);
            }
        }
    }

    private void writePeople(List<Sender> senders) {
        var added =
                sql.batch("insert into person (id, email, email_key, name) values (?, ?, ?, ?)");
        var renamed = sql.batch("update person set name = ? where id = ?");
        for (var sender : senders) {
            var person = sender.person();
            if (sender.news() == Sender.News.NEW) {
                ids.used("person", person.id());
                added.add(
                        person.id(),
                        person.email(),
                        person.email().toLowerCase(Locale.ROOT),
                        person.name());
            } else {
                renamed.add(person.name(), person.id());
            }
        }
        added.run();
        renamed.run();
    }

    private void writeCovers(List<Filed.AsCover> covers) {
        var rows =
                sql.batch(
                        """
                        insert into cover (id, project_id, msgid, date, name, submitter_id)
                        values (?, ?, ?, ?, ?, ?)
                        """);
        var texts =
                sql.batch("insert into cover_text (cover_id, headers, packed) values (?, ?, ?)");
        for (var filed : covers) {
            var cover = filed.cover().head();
            ids.used("cover", cover.id());
            tallies.cover(cover.project().id(), cover.id(), cover.date(), 1);
            rows.add(
                    cover.id(),
                    cover.project().id(),
                    cover.msgid(),
                    cover.date(),
                    cover.name(),
                    filed.sender().person().id());
            texts.add(cover.id(), NO_HEADERS, packed(filed.cover().content(), cover.project()));
        }
        rows.run();
        texts.run();
    }

    private void writeSeries(List<Changes.SeriesEntry> entries) {
        var opened =
                sql.batch(
                        """
                        insert into series (
                            id, project_id, cover_id, name, date, submitter_id,
                            version, total, received_total)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        var references =
                sql.batch(
                        """
                        insert into series_reference (project_id, msgid, series_id)
                        values (?, ?, ?)
                            on conflict do nothing
                        """);
        var changed =
                sql.batch(
                        """
                        update series
                           set name = coalesce(?, name),
                               cover_id = coalesce(?, cover_id),
                               received_total = received_total + ?,
                               total = total + ?
                         where id = ?
                        """);
        for (var entry : entries) {
            var opening = entry.opening();
            if (opening == null) {
                changed.add(
                        entry.name(), entry.cover(), entry.received(), entry.more(), entry.id());
                continue;
            }
            ids.used("series", entry.id());
            tallies.series(opening.project().id(), entry.id(), opening.date(), 1);
            opened.add(
                    entry.id(),
                    opening.project().id(),
                    entry.cover(),
                    entry.name(),
                    opening.date(),
                    opening.submitterId(),
                    opening.version(),
                    opening.total() + entry.more(),
                    entry.received());
            for (var reference : opening.references()) {
                references.add(opening.project().id(), reference.stored(), entry.id());
            }
        }
        opened.run();
        references.run();
        changed.run();
    }

    private void writeLeads(List<Changes.LeadsTo> leads) {
        var awaited =
                sql.batch(
                        """
                        insert into series_reference (project_id, msgid, series_id)
                        values (?, ?, ?)
                            on conflict do nothing
                        """);
        var own =
                sql.batch(
                        """
                        insert into series_reference (project_id, msgid, series_id)
                        values (?, ?, ?)
                            on conflict (project_id, msgid)
                            do update set series_id = excluded.series_id
                        """);
        for (var to : leads) {
            for (var id : to.leads().awaited()) {
                awaited.add(to.project(), id.stored(), to.series());
            }
            var id = to.leads().own();
            if (id != null) {
                own.add(to.project(), id.stored(), to.series());
            }
        }
        awaited.run();
        own.run();
    }

    private void writePatches(Changes ledger) {
        var rows =
                sql.batch(
                        """
                        insert into patch (
                            id, project_id, msgid, date, name, submitter_id, state_id,
                            delegate_id, pull_url, hash, series_id, number, comment_count)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        var texts =
                sql.batch(
                        """
                        insert into patch_text (patch_id, headers, packed, diff_charset, diff_bytes)
                        values (?, ?, ?, ?, ?)
                        """);
        var names = new PatchNames(sql);
        var isNew = new HashSet<Long>();
        for (var filed : ledger.patches()) {
            var patch = filed.patch();
            var head = patch.head();
            ids.used("patch", head.id());
            tallies.patch(
                    head.project().id(), head.id(), head.date(), patch.state().id(), false, 1);
            versions.changed(head.id());
            isNew.add(head.id());
            rows.add(
                    head.id(),
                    head.project().id(),
                    head.msgid(),
                    head.date(),
                    head.name(),
                    filed.sender().person().id(),
                    patch.state().id(),
                    patch.delegate(),
                    patch.pullUrl(),
                    patch.hash(),
                    filed.placement().series(),
                    filed.placement().number(),
                    ledger.commentsOnPatch().getOrDefault(head.id(), 0));
            names.add(head.id(), head.name());
            var encoding = patch.content().text().diffEncoding();
            texts.add(
                    head.id(),
                    NO_HEADERS,
                    packed(patch.content(), head.project()),
                    DiffColumns.charset(encoding),
                    DiffColumns.bytes(encoding));
        }
        rows.run();
        texts.run();
        names.keep();

        var commented =
                sql.batch("update patch set comment_count = comment_count + ? where id = ?");
        ledger.commentsOnPatch()
                .forEach((id, comments) -> {
                    if (!isNew.contains(id)) {
                        commented.add(comments, id);
                    }
                });
        commented.run();
    }

    private void writeDependencies(Changes ledger) {
        var rows =
                sql.batch(
                        """
                        insert into series_dependency (series_id, needs_id)
                        values (?, ?)
                            on conflict do nothing
                        """);
        ledger.dependencies().forEach(each -> rows.add(each.series(), each.needs()));
        rows.run();
    }

    private void writeComments(Changes ledger) {
        ledger.withdrawnComments().forEach(comment -> ids.used(table(comment), comment.id()));
        var onPatches = comments("patch_comment", "patch_id");
        var onCovers = comments("cover_comment", "cover_id");
        for (var filed : ledger.comments()) {
            var comment = filed.comment();
            var batch = isOnPatch(comment) ? onPatches : onCovers;
            ids.used(table(comment.head()), comment.head().id());
            batch.add(
                    comment.head().id(),
                    comment.head().parent().id(),
                    comment.head().msgid(),
                    comment.head().date(),
                    filed.sender().person().id(),
                    NO_HEADERS,
                    packed(comment.content(), comment.head().project()),
                    comment.addressed());
        }
        onPatches.run();
        onCovers.run();
        for (var filed : ledger.comments()) {
            var before = filed.comment().before();
            if (before != null && ledger.moved().contains(before)) {
                replace(before, filed.comment().head());
            }
        }
    }

    /** What people made of a comment goes with it, and its event goes. */
    private void replace(CommentHead before, CommentHead now) {
        sql.update(
                """
                update %s
                   set addressed = coalesce((select addressed from %s where id = ?), addressed)
                 where id = ?
                """
                        .formatted(table(now), table(before)),
                before.id(),
                now.id());
        record Gone(long id, long project, String category) {}

        sql.list(
                        "select id, project_id, category from event where %s_id = ?"
                                .formatted(table(before)),
                        row -> new Gone(row.id(), row.id(), row.text()),
                        before.id())
                .forEach(event ->
                        tallies.eventGone(event.project(), event.id(), category(event.category())));
        sql.update("delete from %s where id = ?".formatted(table(before)), before.id());
    }

    private static Event.Category category(String label) {
        return Stream.of(Event.Category.values())
                .filter(category -> category.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String table(CommentHead comment) {
        return comment.parent().kind() == Parent.Kind.PATCH ? "patch_comment" : "cover_comment";
    }

    private byte[] packed(MailContent content, Project project) {
        return content.packed(packing, project.id());
    }

    private Batch comments(String table, String parent) {
        return sql.batch(
                """
                insert into %s (
                    id, %s, msgid, date, submitter_id, headers, packed, addressed)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """
                        .formatted(table, parent));
    }

    private static boolean isOnPatch(NewComment comment) {
        return comment.head().parent().kind() == Parent.Kind.PATCH;
    }

    private void writeTags(Changes ledger) {
        var rows =
                sql.batch(
                        """
                        insert into patch_tag (patch_id, tag_id, count)
                        values (?, ?, ?)
                            on conflict (patch_id, tag_id)
                            do update set count = patch_tag.count + excluded.count
                        """);
        ledger.tags().forEach((tag, count) -> rows.add(tag.patch(), tag.tag(), count));
        rows.run();
        var fewer =
                ledger.tags().entrySet().stream()
                        .filter(tag -> tag.getValue() < 0)
                        .map(tag -> tag.getKey().patch())
                        .collect(toSet());
        if (!fewer.isEmpty()) {
            sql.update(
                    "delete from patch_tag where count <= 0 and " + sql.dialect().among("patch_id"),
                    new Ids(fewer));
        }
    }
}
