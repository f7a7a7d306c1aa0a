package io.patchbay.store;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.PatchNames;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Rows as filing would write them, with the counters that go with them, but without mails. */
public final class Sample {

    public static final Instant MAIL_DATE = Instant.parse("2026-01-01T00:00:00Z");

    private final WriteTransaction writing;
    private final Transaction transaction;
    private final Sql sql;

    public Sample(WriteTransaction writing) {
        this.writing = writing;
        this.transaction = writing.transaction();
        this.sql = transaction.sql();
    }

    public WriteTransaction writing() {
        return writing;
    }

    public long project(String name) {
        return writing.setup()
                .addProject(
                        new NewProject(
                                name,
                                "Project " + name,
                                name + ".lists.example.org",
                                name + "@lists.example.org",
                                ""));
    }

    public long user(String name) {
        return writing.accounts()
                .add(new NewUser(name, "", "", "", name + "@example.org", true, false));
    }

    public long person(String name) {
        long id = transaction.ids().next("person");
        sql.update(
                "insert into person (id, email, email_key, name) values (?, ?, ?, ?)",
                id,
                name + "@example.org",
                name.toLowerCase(Locale.ROOT) + "@example.org",
                name);
        return id;
    }

    public long series(long project, long submitter, String name, int total) {
        long id = transaction.ids().next("series");
        sql.update(
                """
                insert into series (id, project_id, name, date, submitter_id, version, total)
                values (?, ?, ?, ?, ?, 1, ?)
                """,
                id,
                project,
                name,
                MAIL_DATE.plusSeconds(id),
                submitter,
                total);
        transaction.tallies().series(project, id, MAIL_DATE.plusSeconds(id), 1);
        transaction.events().seriesCreated(project, id);
        return id;
    }

    public void needs(long series, long needed) {
        sql.update(
                "insert into series_dependency (series_id, needs_id) values (?, ?)",
                series,
                needed);
    }

    public long cover(long project, long submitter, String name, long series) {
        long id = transaction.ids().next("cover");
        sql.update(
                """
                insert into cover (id, project_id, msgid, date, name, submitter_id)
                values (?, ?, ?, ?, ?, ?)
                """,
                id,
                project,
                "<cover-%d@example.org>".formatted(id),
                MAIL_DATE.plusSeconds(id),
                name,
                submitter);
        sql.update(
                "insert into cover_text (cover_id, headers, content) values (?, ?, ?)",
                id,
                "Subject: " + name,
                "about " + name);
        sql.update("update series set cover_id = ? where id = ?", id, series);
        transaction.tallies().cover(project, id, MAIL_DATE.plusSeconds(id), 1);
        transaction.events().coverCreated(project, id);
        return id;
    }

    /** A patch outside of any series. Its date is its id in seconds after {@link #MAIL_DATE}. */
    public long patch(long project, long submitter, String name) {
        long id = transaction.ids().next("patch");
        sql.update(
                """
                insert into patch (
                    id, project_id, msgid, date, name, submitter_id, state_id, hash)
                values (?, ?, ?, ?, ?, ?, 1, ?)
                """,
                id,
                project,
                "<patch-%d@example.org>".formatted(id),
                MAIL_DATE.plusSeconds(id),
                name,
                submitter,
                "%040x".formatted(id));
        sql.update(
                "insert into patch_text (patch_id, headers, content, diff) values (?, ?, ?, ?)",
                id,
                "Subject: " + name,
                "does " + name,
                "--- a/file\n");
        new PatchNames(sql).add(id, name).keep();
        transaction.tallies().patch(project, id, MAIL_DATE.plusSeconds(id), 1, false, 1);
        transaction.versions().changed(id);
        transaction.events().patchCreated(project, id);
        return id;
    }

    public long patchOf(long series, int number, long project, long submitter, String name) {
        long id = patch(project, submitter, name);
        sql.update("update patch set series_id = ?, number = ? where id = ?", series, number, id);
        sql.update("update series set received_total = received_total + 1 where id = ?", series);
        return id;
    }

    public long commentOnPatch(long patch, long submitter, String content) {
        return comment("patch", patch, submitter, content);
    }

    public long commentOnCover(long cover, long submitter, String content) {
        return comment("cover", cover, submitter, content);
    }

    private long comment(String parent, long parentId, long submitter, String content) {
        long id = transaction.ids().next(parent + "_comment");
        sql.update(
                """
                insert into PARENT_comment (
                    id, PARENT_id, msgid, date, submitter_id, headers, content)
                values (?, ?, ?, ?, ?, ?, ?)
                """
                        .replace("PARENT", parent),
                id,
                parentId,
                "<comment-%s-%d@example.org>".formatted(parent, id),
                MAIL_DATE.plusSeconds(1000 + id),
                submitter,
                "Subject: Re",
                content);
        long project =
                sql.one("select project_id from " + parent + " where id = ?", Row::id, parentId);
        if (parent.equals("patch")) {
            sql.update("update patch set comment_count = comment_count + 1 where id = ?", parentId);
            transaction.events().patchCommentCreated(project, parentId, id);
        } else {
            transaction.events().coverCommentCreated(project, parentId, id);
        }
        return id;
    }

    public void tag(long patch, long tag, int count) {
        sql.update(
                "insert into patch_tag (patch_id, tag_id, count) values (?, ?, ?)",
                patch,
                tag,
                count);
    }

    public void edit(long patch, UnaryOperator<PatchCopy> how) {
        var before = patchWith(patch);
        var edited = how.apply(new PatchCopy(before)).editOf(before);
        writing.edits().keep(edited, PatchCopy.actor(null));
    }

    public void relate(long edited, Set<Long> members, @Nullable User user) {
        writing.edits().keep(PatchCopy.joins(patchWith(edited), members), PatchCopy.actor(user));
    }

    public Patch patchWith(long id) {
        return writing.patches().withId(id).orElseThrow();
    }

    public Project projectWith(long id) {
        return writing.projects().withId(id).orElseThrow();
    }

    public User userWith(long id) {
        return writing.users().withId(id).orElseThrow();
    }

    public State state(String slug) {
        return writing.projects().states().stream()
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
