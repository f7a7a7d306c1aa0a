package io.patchbay.xmlrpc;

import io.patchbay.tracker.Editing;
import io.patchbay.tracker.editing.Change.AddCheck;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.Problem;
import io.patchbay.tracker.editing.StateName;

import org.jspecify.annotations.Nullable;

import java.util.Map;

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
        return done(editing.apply(new EditPatch(patchId, fields), actor));
    }

    Object addCheck(
            Caller caller,
            long patchId,
            String context,
            String state,
            String targetUrl,
            String description) {
        var check = new AddCheck(patchId, null, state, targetUrl, description, context, false);
        return done(editing.apply(check, caller.signedIn()));
    }

    private static boolean truth(@Nullable Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case String text -> !text.isEmpty();
            case null, default -> false;
        };
    }

    /** True, or the fault that says why not (xmlrpc §1). */
    private static boolean done(Edited<?> edited) {
        return switch (edited) {
            case Edited.Done<?> _ -> true;
            case Edited.Unknown<?> _ -> throw Fault.missing("Patch");
            case Edited.NotAllowed<?> _ -> throw Fault.of("No permissions to edit this patch");
            case Edited.Conflict<?>(var obstacle) -> throw Fault.of(obstacle.name());
            case Edited.Invalid<?> invalid -> throw fault(invalid);
        };
    }

    private static Fault fault(Edited.Invalid<?> invalid) {
        return switch (invalid.problems().getFirst()) {
            // Both methods have a field of this name; a patch's is a number, which must be known.
            case Problem.UnknownWord(var field, var given, var known)
                    when known.contains("pending") ->
                    Fault.of("Invalid check state: " + given);
            case Problem.UnknownWord _ -> Fault.missing("State");
            case Problem.BadText _,
                    Problem.Missing _,
                    Problem.NotMaintainer _,
                    Problem.OutOfRange _,
                    Problem.Taken _,
                    Problem.NoPatches _,
                    Problem.MixedProjects _,
                    Problem.BadPattern _ ->
                    Fault.of(invalid.sentence());
        };
    }
}
