package io.patchbay.store.editing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

/** Changes of a patch's state, delegate and other fields. */
final class PatchChanges {

    private final Transaction transaction;
    private final Sql sql;

    PatchChanges(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    void keep(PatchEdited edited, Actor actor) {
        var patch = edited.before();
        var after = edited.after();
        sql.update(
                """
                update patch
                   set state_id = ?, archived = ?, delegate_id = ?, commit_ref = ?, pull_url = ?
                 where id = ?
                """,
                after.state().id(),
                after.archived(),
                idOf(after.delegate()),
                after.commitRef(),
                after.pullUrl(),
                patch.id());
        transaction.versions().changed(patch.id());
        if (edited.changesLists()) {
            count(patch, -1);
            count(after, 1);
        }
        tell(edited, idOf(actor.user()));
        transaction
                .audit()
                .of(patch.project().id(), "patch", patch.id())
                .fields(edited.audited())
                .keep();
    }

    private static @Nullable Long idOf(@Nullable User user) {
        return user == null ? null : (Long) user.id();
    }

    private void count(Patch patch, int step) {
        transaction
                .tallies()
                .patch(
                        patch.project().id(),
                        patch.id(),
                        patch.date(),
                        patch.state().id(),
                        patch.archived(),
                        step);
    }

    private void tell(PatchEdited edited, @Nullable Long actor) {
        var before = edited.before();
        var after = edited.after();
        long project = before.project().id();
        var events = transaction.events();
        if (edited.needsNotice()) {
            remember(before.id(), before.state().id(), after.state().id());
        }
        if (edited.changesState()) {
            events.add(
                    Category.PATCH_STATE_CHANGED,
                    project,
                    actor,
                    before.id(),
                    before.state().id(),
                    after.state().id());
        }
        if (edited.changesDelegate()) {
            events.add(
                    Category.PATCH_DELEGATED,
                    project,
                    actor,
                    before.id(),
                    idOf(before.delegate()),
                    idOf(after.delegate()));
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
