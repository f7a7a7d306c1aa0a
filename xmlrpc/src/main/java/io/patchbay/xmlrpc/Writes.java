package io.patchbay.xmlrpc;

import io.patchbay.tracker.Editing;
import io.patchbay.tracker.editing.Change.AddCheck;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.Problem.UnknownWord;
import io.patchbay.tracker.editing.StateName;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Function;

/** The two methods that write. */
final class Writes {

    private final Editing editing;

    Writes(Editing editing) {
        this.editing = editing;
    }

    /** Keys that cannot be set are ignored. */
    Object set(Caller caller, long patchId, Map<String, @Nullable Object> values) {
        var actor = caller.signedIn();
        var fields = PatchFields.NONE;
        for (var entry : values.entrySet()) {
            var value = entry.getValue();
            fields =
                    switch (entry.getKey()) {
                        case "state" -> fields.state(new StateName.Id(String.valueOf(value)));
                        case "commit_ref" ->
                                fields.commitRef(value == null ? "" : value.toString());
                        case "archived" -> fields.archived(truth(value));
                        default -> fields;
                    };
        }
        // A state is named by its number, which must be known.
        return done(
                editing.apply(new EditPatch(patchId, fields), actor), _ -> Fault.missing("State"));
    }

    Object addCheck(
            Caller caller,
            long patchId,
            String context,
            String state,
            String targetUrl,
            String description) {
        var check = new AddCheck(patchId, null, state, targetUrl, description, context, false);
        return done(
                editing.apply(check, caller.signedIn()),
                given -> Fault.of("Invalid check state: " + given));
    }

    private static boolean truth(@Nullable Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case String text -> !text.isEmpty();
            case null, default -> false;
        };
    }

    /**
     * True, or the fault that says why not (xmlrpc §1).
     *
     * @param noState what is said of a state that is none
     */
    private static boolean done(Edited<?> edited, Function<String, Fault> noState) {
        return switch (edited) {
            case Edited.Done<?> _ -> true;
            case Edited.Unknown<?> _ -> throw Fault.missing("Patch");
            case Edited.NotAllowed<?> _ -> throw Fault.of("No permissions to edit this patch");
            case Edited.Conflict<?>(var obstacle) -> throw Fault.of(obstacle.name());
            case Edited.Invalid<?> invalid ->
                    throw invalid.problems().getFirst() instanceof UnknownWord(_, var given, _)
                            ? noState.apply(given)
                            : Fault.of(invalid.sentence());
        };
    }
}
