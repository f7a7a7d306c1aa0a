package io.patchbay.web.list;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The form below a patch list: changes all ticked patches at once (web-ui.md §4.4).
 *
 * @param project that of the page; its maintainers can be delegates
 */
public record BulkForm(Parameters fields, Viewer viewer, Project project, Writing writing) {

    private static final String UNCHANGED = "*";
    private static final String TICK = "patch_id:";

    /** Does what the form asks for, and says what became of it. */
    public static List<Flash> apply(
            Parameters fields, Viewer viewer, User user, Project project, Writing writing) {
        var form = new BulkForm(fields, viewer, project, writing);
        var ticked = form.ticked();
        var action = action(fields);
        return action.equals("update")
                ? form.update(ticked, user)
                : new BundleForm(fields, user, writing).apply(action, ticked, project);
    }

    private static String action(Parameters fields) {
        // The browser's Enter key sends the first button of the form, whichever field it was in.
        return fields.get("name", "").isBlank()
                ? fields.get("action", "").toLowerCase(Locale.ROOT)
                : "create";
    }

    private List<Patch> ticked() {
        return fields.keys().stream()
                .filter(key -> key.startsWith(TICK))
                .map(key -> Numbers.parse(key.substring(TICK.length()), -1))
                .map(id -> writing.patches().withId(id))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Flash> update(List<Patch> ticked, User user) {
        if (ticked.isEmpty()) {
            return List.of(Flash.error("No patches selected; nothing updated"));
        }
        var wanted = wanted();
        if (wanted.isEmpty()) {
            return List.of(Flash.error("The submitted form data was invalid"));
        }
        var flashes = new ArrayList<Flash>();
        int updated = 0;
        for (var patch : ticked) {
            if (Rights.mayEdit(viewer, patch)) {
                writing.edits().change(patch, wanted.get().of(patch), user);
                updated++;
            } else {
                flashes.add(
                        Flash.error(
                                "You don't have permissions to edit patch '%s'"
                                        .formatted(patch.name())));
            }
        }
        flashes.add(
                switch (updated) {
                    case 0 -> Flash.error("No patches updated");
                    case 1 -> Flash.success("1 patch updated");
                    default -> Flash.success(updated + " patches updated");
                });
        return flashes;
    }

    /** How a patch shall be, made from how it is. */
    @FunctionalInterface
    private interface Wanted {

        PatchChange of(Patch patch);

        default Wanted and(UnaryOperator<PatchChange> next) {
            return patch -> next.apply(of(patch));
        }
    }

    /** Empty if the form holds something that cannot be. */
    private Optional<Wanted> wanted() {
        Wanted wanted = PatchChange::none;
        var state = fields.get("state", UNCHANGED);
        if (!state.equals(UNCHANGED)) {
            var known = stateOf(state);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            wanted = wanted.and(change -> change.state(known.get()));
        }
        var delegate = fields.get("delegate", UNCHANGED);
        if (delegate.isEmpty()) {
            wanted = wanted.and(change -> change.delegate(null));
        } else if (!delegate.equals(UNCHANGED)) {
            var known = maintainerOf(delegate);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            wanted = wanted.and(change -> change.delegate(known.get()));
        }
        switch (fields.get("archived", UNCHANGED)) {
            case UNCHANGED -> {}
            case "True" -> wanted = wanted.and(change -> change.archived(true));
            case "False" -> wanted = wanted.and(change -> change.archived(false));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(wanted);
    }

    private Optional<State> stateOf(String id) {
        return writing.projects().states().stream()
                .filter(state -> id.equals(Long.toString(state.id())))
                .findFirst();
    }

    private Optional<User> maintainerOf(String id) {
        return BulkChoices.maintainers(project, writing).stream()
                .filter(user -> id.equals(Long.toString(user.id())))
                .findFirst();
    }
}
