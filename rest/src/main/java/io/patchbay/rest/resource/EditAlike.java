package io.patchbay.rest.resource;

import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.STATE;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.http.message.HttpError;
import io.patchbay.rest.json.Embedded;
import io.patchbay.rest.json.PatchJson;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.EditReplies;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Edited.Done;
import io.patchbay.tracker.editing.Edited.Invalid;
import io.patchbay.tracker.editing.Edited.NotAllowed;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.editing.Edited.Unknown;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.Problem;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An edit of several patches, all of them or none. What is wrong is looked for if it fails. */
final class EditAlike {

    private static final int MOST_PATCHES = 250;
    private static final String PATCHES = "patches";

    /** What a request can say; it is read only, so that nothing is ever written of it. */
    static final Shape<Patch> SHAPE =
            Shape.<Patch>of("ManyPatches")
                    .objects(PATCHES, PatchJson.LIST, List::of)
                    .required()
                    .add("state", STATE, (out, patch) -> out.text(patch.state().slug()))
                    .writable()
                    .add("archived", BOOLEAN, (out, patch) -> out.bool(patch.archived()))
                    .writable()
                    .objectOrNull("delegate", Embedded.USER, Patch::delegate)
                    .writable()
                    .add("commit_ref", TEXT, (out, patch) -> out.text(patch.commitRef()))
                    .orNull()
                    .writable()
                    .ruled(TextRule.COMMIT_REF)
                    .add("pull_url", TEXT, (out, patch) -> out.text(patch.pullUrl()))
                    .orNull()
                    .writable()
                    .ruled(TextRule.PULL_URL)
                    .shape();

    private final Editing editing;
    private final Actor actor;
    private final RequestFields named;
    private final RequestFields asked;

    EditAlike(Editing editing, Actor actor, RequestBody given) {
        this.editing = editing;
        this.actor = actor;
        this.named = new RequestFields(given, SHAPE, false);
        this.asked = new RequestFields(given, SHAPE, false);
    }

    /** The patches as they are now. */
    List<Patch> apply() {
        var ids = ids();
        var fields = PatchEdit.alike(asked);
        var changes = ids.stream().map(id -> new EditPatch(id, fields)).toList();
        if (!asked.isAccepted()) {
            throw refusal(changes);
        }
        var patches = new ArrayList<Patch>();
        for (var outcome : editing.applyAll(changes, actor)) {
            if (!(outcome instanceof Done<Patch>(var patch, var _))) {
                throw refusal(changes);
            }
            patches.add(patch);
        }
        return patches;
    }

    private List<Long> ids() {
        var ids = named.ids(PATCHES);
        if (ids != null && ids.isEmpty()) {
            named.reject(PATCHES, "Name at least one patch.");
        }
        if (ids != null && ids.size() > MOST_PATCHES) {
            named.reject(PATCHES, "Name at most %d patches.".formatted(MOST_PATCHES));
        }
        if (ids == null || !named.isAccepted()) {
            var missing = missing(ids == null ? List.of() : ids);
            throw missing == null ? named.refusal() : missing;
        }
        return ids;
    }

    /** Each is told the same, so the first patch that is refused says it all. */
    private HttpError refusal(List<EditPatch> changes) {
        var missing = missing(changes.stream().map(EditPatch::id).toList());
        if (missing != null) {
            return missing;
        }
        for (var change : changes) {
            var edited = editing.decide(change, actor);
            if (edited instanceof NotAllowed(var right)) {
                return notAllowed(change.id(), right);
            }
            if (edited instanceof Invalid<?> || !asked.isAccepted()) {
                return EditReplies.refusal(edited, change, asked);
            }
        }
        return new HttpError(
                409, "The patches were changed at the same time; send the request again.");
    }

    private @Nullable HttpError missing(List<Long> ids) {
        for (long id : ids) {
            var change = new EditPatch(id, PatchFields.NONE);
            if (editing.decide(change, actor) instanceof Unknown<?>) {
                var problem = new Problem.Missing(PATCHES, Long.toString(id));
                return EditReplies.refusal(Invalid.of(problem), change, named);
            }
        }
        return null;
    }

    private static HttpError notAllowed(long patch, Right right) {
        var sentence =
                right == Right.PROJECT_OF_TOKEN
                        ? "This token is for another project than that of patch %d; nothing was changed."
                        : "You do not have permission to change patch %d; nothing was changed.";
        return HttpError.forbidden(sentence.formatted(patch));
    }
}
