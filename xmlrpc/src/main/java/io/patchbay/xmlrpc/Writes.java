package io.patchbay.xmlrpc;

import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/** The two methods that write. */
final class Writes {

    private final Store store;

    Writes(Store store) {
        this.store = store;
    }

    /** Keys that cannot be set are ignored. */
    Object set(Caller caller, long patchId, Map<String, @Nullable Object> values) {
        var viewer = caller.signedIn();
        return store.write(writing -> {
            var patch = editable(writing, viewer, patchId);
            var change = PatchChange.none(patch);
            for (var entry : values.entrySet()) {
                var value = entry.getValue();
                change =
                        switch (entry.getKey()) {
                            case "state" -> change.state(state(writing, value));
                            case "commit_ref" -> change.commitRef(commitRef(value));
                            case "archived" -> change.archived(truth(value));
                            default -> change;
                        };
            }
            writing.edits().change(patch, change, viewer.user());
            return true;
        });
    }

    Object addCheck(
            Caller caller,
            long patchId,
            String context,
            String stateLabel,
            String targetUrl,
            String description) {
        var viewer = caller.signedIn();
        var user = viewer.user();
        if (user == null) {
            throw Fault.of("Invalid username/password");
        }
        return store.write(writing -> {
            var patch = editable(writing, viewer, patchId);
            var state =
                    Arrays.stream(CheckState.values())
                            .filter(known -> known.label().equals(stateLabel))
                            .findFirst()
                            .orElseThrow(() -> Fault.of("Invalid check state: " + stateLabel));
            requireSlug(context);
            requireLength("target_url", targetUrl, 200);
            writing.edits().add(patch, new NewCheck(user, state, targetUrl, description, context));
            return true;
        });
    }

    private static Patch editable(Writing writing, Viewer viewer, long patchId) {
        var patch = writing.patches().withId(patchId).orElseThrow(() -> Fault.missing("Patch"));
        if (!Rights.mayEdit(viewer, patch)) {
            throw Fault.of("No permissions to edit this patch");
        }
        return patch;
    }

    private static State state(Writing writing, @Nullable Object id) {
        return writing.projects().states().stream()
                .filter(state -> String.valueOf(state.id()).equals(String.valueOf(id)))
                .findFirst()
                .orElseThrow(() -> Fault.missing("State"));
    }

    private static String commitRef(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        requireLength("commit_ref", text, 255);
        return text;
    }

    private static boolean truth(@Nullable Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case String text -> !text.isEmpty();
            case null, default -> false;
        };
    }

    // Patchwork takes any text here, and its REST interface then cannot filter by it.
    private static void requireSlug(String context) {
        if (!context.matches("[-a-zA-Z0-9_]{1,255}")) {
            throw Fault.of(
                    "Invalid check context: expected letters, numbers, underscores or hyphens,"
                            + " at most 255 of them, got '"
                            + context
                            + "'");
        }
    }

    private static void requireLength(String field, String value, int most) {
        if (value.length() > most) {
            throw Fault.of(
                    "%s is %d characters long; the limit is %d"
                            .formatted(field, value.length(), most));
        }
    }
}
