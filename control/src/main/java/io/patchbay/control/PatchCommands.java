package io.patchbay.control;

import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Change.UserName;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.StateName;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.User;

import java.util.Optional;

/**
 * The commands about patches. Whoever reaches a monitor is the operator, so rights do not apply.
 */
final class PatchCommands {

    record QueryPatch(long id) implements Command<PatchInfo> {}

    record PatchInfo(
            long id,
            String project,
            String msgid,
            String date,
            String name,
            String state,
            boolean archived,
            String submitter,
            Optional<String> delegate,
            Optional<Long> series,
            CheckState check,
            Optional<String> hash) {}

    record SetState(long id, String state) implements Command<Empty> {}

    record AddCheck(
            long id,
            String user,
            CheckState state,
            Optional<String> context,
            Optional<String> targetUrl,
            Optional<String> description)
            implements Command<CheckInfo> {}

    record CheckInfo(long id) {}

    private PatchCommands() {}

    static void addTo(Commands commands, Store store) {
        commands.answer(
                QueryPatch.class,
                (query, caller) -> store.read(reading -> info(patch(reading, query.id()))));
        var editing = new Editing(store);
        commands.perform(
                SetState.class,
                (set, caller) ->
                        Outcome.of(
                                editing.apply(
                                        new EditPatch(
                                                set.id(),
                                                PatchFields.NONE.state(
                                                        new StateName.Word(set.state()))),
                                        Outcome.operator("set-state"))));
        commands.answer(
                AddCheck.class,
                (add, caller) ->
                        new CheckInfo(
                                Outcome.of(editing.apply(asked(add), Outcome.operator("add-check")))
                                        .id()));
    }

    private static Change.AddCheck asked(AddCheck add) {
        return new Change.AddCheck(
                add.id(),
                new UserName.Login(add.user()),
                add.state().label(),
                add.targetUrl().orElse(null),
                add.description().orElse(null),
                add.context().orElse(null),
                false);
    }

    private static Patch patch(Reading reading, long id) {
        return reading.patches()
                .withId(id)
                .orElseThrow(() -> Outcome.missing("patch", Long.toString(id)));
    }

    private static PatchInfo info(Patch patch) {
        return new PatchInfo(
                patch.id(),
                patch.project().linkName(),
                patch.msgid(),
                patch.date().toString(),
                patch.name(),
                patch.state().slug(),
                patch.archived(),
                patch.submitter().email(),
                Optional.ofNullable(patch.delegate()).map(User::username),
                Optional.ofNullable(patch.series()).map(series -> series.id()),
                patch.check(),
                Optional.ofNullable(patch.hash()));
    }
}
