package io.patchbay.store.editing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.reading.CheckQueries;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;

import java.time.temporal.ChronoUnit;
import java.util.Collections;

/** New checks, and what they make of their patch. */
final class CheckChanges {

    private final Transaction transaction;
    private final Sql sql;

    CheckChanges(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    Check add(Patch patch, NewCheck check) {
        long id = transaction.ids().next("patch_check");
        var kept =
                new Check(
                        id,
                        patch.id(),
                        check.user(),
                        transaction.now().truncatedTo(ChronoUnit.MICROS),
                        check.state(),
                        check.targetUrl(),
                        check.description(),
                        check.context());
        sql.update(
                """
                insert into patch_check (
                    id, patch_id, account_id, date, state, target_url, description, context)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                patch.id(),
                check.user().id(),
                kept.date(),
                check.state().ordinal(),
                check.targetUrl(),
                check.description(),
                check.context());
        combine(patch.id());
        transaction
                .events()
                .add(
                        Category.CHECK_CREATED,
                        patch.project().id(),
                        check.user().id(),
                        patch.id(),
                        id);
        transaction
                .audit()
                .of(patch.project().id(), "patch", patch.id())
                .field("check " + id, null, check.context() + ": " + check.state().label())
                .field("check user", null, check.user().username())
                .keep();
        return kept;
    }

    /** Lists show the combined checks of many patches, so they are counted now and not then. */
    private void combine(long patch) {
        var latest = new CheckQueries(sql).latest(patch).stream().map(Check::state).toList();
        sql.update(
                """
                update patch
                   set check_state = ?, check_success = ?, check_warning = ?, check_fail = ?
                 where id = ?
                """,
                CheckState.combined(latest).ordinal(),
                Collections.frequency(latest, CheckState.SUCCESS),
                Collections.frequency(latest, CheckState.WARNING),
                Collections.frequency(latest, CheckState.FAIL),
                patch);
    }
}
