package io.patchbay.store.editing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Changes of a patch's state, delegate and other fields. */
final class PatchChanges {

    /** What is stored of a patch; a caller may have read it some time ago. */
    private record Stored(
            long state,
            boolean archived,
            @Nullable Long delegate,
            @Nullable String commitRef,
            @Nullable String pullUrl) {}

    private final Transaction transaction;
    private final Sql sql;

    PatchChanges(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    void change(Patch patch, PatchChange to, @Nullable User actor) {
        var before = stored(patch.id());
        var after = merge(before, patch, to);
        if (after.equals(before)) {
            return;
        }
        sql.update(
                """
                update patch
                   set state_id = ?, archived = ?, delegate_id = ?, commit_ref = ?, pull_url = ?
                 where id = ?
                """,
                after.state,
                after.archived,
                after.delegate,
                after.commitRef,
                after.pullUrl,
                patch.id());
        transaction.versions().changed(patch.id());
        count(patch, before, after);
        tell(patch, before, after, actor == null ? null : actor.id());
        if (transaction.audit().isKept()) {
            transaction
                    .audit()
                    .of(patch.project().id(), "patch", patch.id())
                    .field("state", slug(before.state), slug(after.state))
                    .field("archived", before.archived, after.archived)
                    .field("delegate", username(before.delegate), username(after.delegate))
                    .field("commit_ref", before.commitRef, after.commitRef)
                    .field("pull_url", before.pullUrl, after.pullUrl)
                    .keep();
        }
    }

    private String slug(long state) {
        return sql.one("select slug from state where id = ?", Row::text, state);
    }

    private @Nullable String username(@Nullable Long user) {
        return user == null
                ? null
                : sql.one("select username from account where id = ?", Row::text, user);
    }

    private Stored stored(long patch) {
        return sql.one(
                "select state_id, archived, delegate_id, commit_ref, pull_url from patch where id = ?",
                row ->
                        new Stored(
                                row.id(),
                                row.flag(),
                                row.idOrNull(),
                                row.textOrNull(),
                                row.textOrNull()),
                patch);
    }

    /** What the caller leaves as it was read stays as it is, whatever it is now. */
    private static Stored merge(Stored stored, Patch read, PatchChange to) {
        return new Stored(
                to.state().equals(read.state()) ? stored.state : to.state().id(),
                to.archived() == read.archived() ? stored.archived : to.archived(),
                Objects.equals(to.delegate(), read.delegate())
                        ? stored.delegate
                        : idOf(to.delegate()),
                Objects.equals(to.commitRef(), read.commitRef())
                        ? stored.commitRef
                        : to.commitRef(),
                Objects.equals(to.pullUrl(), read.pullUrl()) ? stored.pullUrl : to.pullUrl());
    }

    private static @Nullable Long idOf(@Nullable User user) {
        return user == null ? null : user.id();
    }

    private void count(Patch patch, Stored before, Stored after) {
        long project = patch.project().id();
        if (before.state != after.state || before.archived != after.archived) {
            var tallies = transaction.tallies();
            tallies.patch(project, patch.id(), patch.date(), before.state, before.archived, -1);
            tallies.patch(project, patch.id(), patch.date(), after.state, after.archived, 1);
        }
    }

    private void tell(Patch patch, Stored before, Stored after, @Nullable Long actor) {
        long project = patch.project().id();
        var events = transaction.events();
        if (before.state != after.state) {
            if (patch.project().sendNotifications()) {
                remember(patch.id(), before.state, after.state);
            }
            events.add(
                    Category.PATCH_STATE_CHANGED,
                    project,
                    actor,
                    patch.id(),
                    before.state,
                    after.state);
        }
        if (!Objects.equals(before.delegate, after.delegate)) {
            events.add(
                    Category.PATCH_DELEGATED,
                    project,
                    actor,
                    patch.id(),
                    before.delegate,
                    after.delegate);
        }
    }

    /** For the mail to the submitter, who need not know of a state that did not last. */
    private void remember(long patch, long before, long after) {
        sql.update(
                """
                insert into state_notification (patch_id, last_modified, original_state_id)
                values (?, ?, ?)
                on conflict (patch_id) do update set last_modified = excluded.last_modified
                """,
                patch,
                transaction.now(),
                before);
        sql.update(
                "delete from state_notification where patch_id = ? and original_state_id = ?",
                patch,
                after);
    }
}
