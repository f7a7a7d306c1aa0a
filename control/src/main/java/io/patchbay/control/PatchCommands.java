package io.patchbay.control;

import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final Pattern CONTEXT = Pattern.compile("[-a-zA-Z0-9_]{1,255}");
    private static final int LONGEST_URL = 200;

    private PatchCommands() {}

    static void addTo(Commands commands, Store store) {
        commands.answer(
                QueryPatch.class,
                (query, caller) -> store.read(reading -> info(patch(reading, query.id()))));
        commands.perform(
                SetState.class,
                (set, caller) ->
                        new Origin("monitor", "set-state")
                                .during(() -> {
                                    setState(store, set);
                                    return set;
                                }));
        commands.answer(
                AddCheck.class,
                (add, caller) ->
                        new Origin("monitor", "add-check").during(() -> addCheck(store, add)));
    }

    private static void setState(Store store, SetState set) {
        store.write(writing -> {
            var patch = patch(writing, set.id());
            var change = PatchChange.none(patch).state(state(writing, set.state()));
            writing.edits().change(patch, change, null);
            return patch;
        });
    }

    private static CheckInfo addCheck(Store store, AddCheck add) {
        var context = add.context().orElse("default");
        if (!CONTEXT.matcher(context).matches()) {
            throw new QmpError(
                    "Parameter 'context' expects up to 255 letters, digits, '-' or '_', not '%s'"
                            .formatted(context));
        }
        var url = add.targetUrl().orElse("");
        if (url.length() > LONGEST_URL) {
            throw new QmpError(
                    "Parameter 'target-url' is %d characters long; the limit is %d"
                            .formatted(url.length(), LONGEST_URL));
        }
        return store.write(writing -> {
            var patch = patch(writing, add.id());
            var check =
                    new NewCheck(
                            user(writing, add.user()),
                            add.state(),
                            add.targetUrl().orElse(null),
                            add.description().orElse(null),
                            context);
            return new CheckInfo(writing.edits().add(patch, check).id());
        });
    }

    private static Patch patch(Reading reading, long id) {
        return reading.patches()
                .withId(id)
                .orElseThrow(() ->
                        new QmpError(
                                ErrorClass.DEVICE_NOT_FOUND, "Patch %d not found".formatted(id)));
    }

    private static State state(Reading reading, String slug) {
        var states = reading.projects().states();
        return states.stream()
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow(() ->
                        new QmpError(
                                "Parameter 'state' does not accept value '%s'; there are %s"
                                        .formatted(
                                                slug,
                                                states.stream()
                                                        .map(State::slug)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static User user(Reading reading, String name) {
        return reading.users().idsNamed(name).stream()
                .findFirst()
                .flatMap(id -> reading.users().withId(id))
                .orElseThrow(() -> new QmpError("User '%s' not found".formatted(name)));
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
