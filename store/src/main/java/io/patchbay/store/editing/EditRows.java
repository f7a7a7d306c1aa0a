package io.patchbay.store.editing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.AuditLog;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.editing.Edits;
import io.patchbay.tracker.editing.MovedMails;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** Edits, by the noun they are about. */
public final class EditRows implements Edits {

    private final Sql sql;
    private final PatchChanges patches;
    private final RelationChanges relations;
    private final CheckChanges checks;
    private final BundleChanges bundles;
    private final PersonChanges persons;
    private final AuditLog audit;

    public EditRows(Transaction transaction) {
        this.sql = transaction.sql();
        this.audit = transaction.audit();
        this.patches = new PatchChanges(transaction);
        this.relations = new RelationChanges(transaction);
        this.checks = new CheckChanges(transaction);
        this.bundles = new BundleChanges(transaction);
        this.persons = new PersonChanges(transaction);
    }

    // The fields last: their events are the newer ones.
    @Override
    public void keep(PatchEdited edited, Actor actor) {
        long id = edited.before().id();
        switch (edited.relating()) {
            case Relating.Joins(var members) -> relations.relate(members, id, actor.user());
            case Relating.Leaves() -> relations.unrelate(Set.of(id), id, actor.user());
            case Relating.Unchanged(), Relating.NotMaintained(), Relating.Conflict() -> {}
        }
        if (edited.changesFields()) {
            patches.keep(edited, actor);
        }
    }

    @Override
    public Check add(Patch patch, NewCheck check) {
        return checks.add(patch, check);
    }

    @Override
    public void address(Comment comment, @Nullable Boolean addressed) {
        var table =
                switch (comment.parent().kind()) {
                    case PATCH -> "patch_comment";
                    case COVER -> "cover_comment";
                };
        sql.update("update " + table + " set addressed = ? where id = ?", addressed, comment.id());
        audit.of(comment.project().id(), table.replace('_', ' '), comment.id())
                .field("addressed", comment.addressed(), addressed)
                .keep();
    }

    @Override
    public long addBundle(User owner, BundleContent content) {
        return bundles.add(owner, content);
    }

    @Override
    public void change(Bundle bundle, BundleContent to) {
        bundles.change(bundle, to);
    }

    @Override
    public void remove(Bundle bundle) {
        bundles.remove(bundle);
    }

    @Override
    public void change(Project before, Project after) {
        var now = after.links();
        sql.update(
                """
                update project
                   set web_url = ?, scm_url = ?, webscm_url = ?, list_archive_url = ?,
                       list_archive_url_format = ?, commit_url_format = ?,
                       send_notifications = ?, show_dependencies = ?, rules = ?
                 where id = ?
                """,
                now.webUrl(),
                now.scmUrl(),
                now.webScmUrl(),
                now.listArchiveUrl(),
                now.listArchiveUrlFormat(),
                now.commitUrlFormat(),
                after.sendNotifications(),
                after.showDependencies(),
                after.rules().word(),
                before.id());
        var was = before.links();
        audit.of(before.id(), "project", before.id())
                .field("web_url", was.webUrl(), now.webUrl())
                .field("scm_url", was.scmUrl(), now.scmUrl())
                .field("webscm_url", was.webScmUrl(), now.webScmUrl())
                .field("list_archive_url", was.listArchiveUrl(), now.listArchiveUrl())
                .field(
                        "list_archive_url_format",
                        was.listArchiveUrlFormat(),
                        now.listArchiveUrlFormat())
                .field("commit_url_format", was.commitUrlFormat(), now.commitUrlFormat())
                .field("rules", before.rules().word(), after.rules().word())
                .field("send_notifications", before.sendNotifications(), after.sendNotifications())
                .field("show_dependencies", before.showDependencies(), after.showDependencies())
                .keep();
    }

    @Override
    public long move(PersonMoves moves) {
        return persons.move(moves);
    }

    @Override
    public void moveBack(AuditEntry entry, List<MovedMails> moved) {
        persons.moveBack(entry, moved);
    }

    @Override
    public void change(User user, String firstName, String lastName, UserSettings settings) {
        var before =
                sql.one(
                        """
                        select first_name, last_name, send_email, items_per_page, show_ids
                          from account
                         where id = ?
                        """,
                        row ->
                                audit.of(null, "user", user.id())
                                        .field("first_name", row.text(), firstName)
                                        .field("last_name", row.text(), lastName)
                                        .field("send_email", row.flag(), settings.sendEmail())
                                        .field(
                                                "items_per_page",
                                                row.number(),
                                                settings.itemsPerPage())
                                        .field("show_ids", row.flag(), settings.showIds()),
                        user.id());
        sql.update(
                """
                update account
                   set first_name = ?, last_name = ?,
                       send_email = ?, items_per_page = ?, show_ids = ?
                 where id = ?
                """,
                firstName,
                lastName,
                settings.sendEmail(),
                settings.itemsPerPage(),
                settings.showIds(),
                user.id());
        before.keep();
    }
}
