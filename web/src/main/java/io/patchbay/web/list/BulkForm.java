package io.patchbay.web.list;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.StateName;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The form below a patch list: changes all ticked patches at once (web-ui.md §4.4).
 *
 * @param project that of the page; a new bundle is for it
 */
public record BulkForm(Parameters fields, Actor actor, Project project, PageContext context) {

    private static final String UNCHANGED = "*";
    private static final String TICK = "patch_id:";

    /** Does what the form asks for, and says what became of it. */
    public List<Flash> apply() {
        var ticked = ticked();
        var action = action();
        return action.equals("update")
                ? update(ticked)
                : new BundleForm(fields, actor, context).apply(action, ticked, project);
    }

    private String action() {
        // The browser's Enter key sends the first button of the form, whichever field it was in.
        return fields.get("name", "").isBlank()
                ? fields.get("action", "").toLowerCase(Locale.ROOT)
                : "create";
    }

    private List<Patch> ticked() {
        return context.read(reading ->
                fields.keys().stream()
                        .filter(key -> key.startsWith(TICK))
                        .map(key -> Numbers.parse(key.substring(TICK.length()), -1))
                        .map(id -> reading.patches().withId(id))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private List<Flash> update(List<Patch> ticked) {
        if (ticked.isEmpty()) {
            return List.of(Flash.error("No patches selected; nothing updated"));
        }
        return wanted().map(wanted -> update(ticked, wanted)).orElse(List.of(Flash.INVALID_FORM));
    }

    private List<Flash> update(List<Patch> ticked, PatchFields wanted) {
        var changes =
                ticked.stream().map(patch -> new Change.EditPatch(patch.id(), wanted)).toList();
        var outcomes = context.editing().applyPermitted(changes, actor);
        var flashes = new ArrayList<Flash>();
        int updated = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Edited.Done<Patch> _ -> updated++;
                case Edited.NotAllowed<Patch> _ ->
                        flashes.add(
                                Flash.error(
                                        "You don't have permissions to edit patch '%s'"
                                                .formatted(ticked.get(i).name())));
                // The only outcome: nothing is updated.
                case Edited.Invalid<Patch> _, Edited.Unknown<Patch> _, Edited.Conflict<Patch> _ -> {
                    return List.of(Flash.INVALID_FORM);
                }
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

    /** Empty if the form holds something that no field can be. */
    private Optional<PatchFields> wanted() {
        var wanted = PatchFields.NONE;
        var state = fields.get("state", UNCHANGED);
        if (!state.equals(UNCHANGED)) {
            wanted = wanted.state(new StateName.Id(state));
        }
        var delegate = fields.get("delegate", UNCHANGED);
        if (!delegate.equals(UNCHANGED)) {
            wanted = wanted.delegate(userId(delegate));
        }
        return switch (fields.get("archived", UNCHANGED)) {
            case UNCHANGED -> Optional.of(wanted);
            case "True" -> Optional.of(wanted.archived(true));
            case "False" -> Optional.of(wanted.archived(false));
            default -> Optional.empty();
        };
    }

    /** Null for nobody; what is no number is nobody's id. */
    public static @Nullable Long userId(String delegate) {
        return delegate.isEmpty() ? null : (Long) Numbers.parse(delegate, -1);
    }
}
