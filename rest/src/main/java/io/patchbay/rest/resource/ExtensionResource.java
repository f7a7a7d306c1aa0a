package io.patchbay.rest.resource;

import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.STATE;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Method;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.json.CheckJson;
import io.patchbay.rest.json.Embedded;
import io.patchbay.rest.json.PatchJson;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Patch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What saves clients of the API many requests, or lets them repeat one without harm. */
public final class ExtensionResource {

    private static final int MOST_PATCHES = 250;

    /**
     * What a request for many patches can say; read only, so that nothing is ever written of it.
     */
    private static final Shape<Patch> MANY =
            Shape.<Patch>of("ManyPatches")
                    .objects("patches", PatchJson.LIST, List::of)
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
                    .atMost(255)
                    .add("pull_url", TEXT, (out, patch) -> out.text(patch.pullUrl()))
                    .orNull()
                    .writable()
                    .atMost(255)
                    .shape();

    private final Store store;

    public ExtensionResource(Store store) {
        this.store = store;
    }

    public Endpoint patches() {
        return Endpoint.named(
                        "Many Patches", "patch:\nUpdate many patches alike, all of them or none.")
                .only(Method.PATCH, MANY, PatchJson.LIST, this::change)
                .within(Scope.STATE);
    }

    public Endpoint check() {
        return Endpoint.named(
                        "Check By Context",
                        "put:\nReport a check; reporting the same again changes nothing.")
                .only(Method.PUT, CheckJson.SHAPE, CheckJson.SHAPE, this::report)
                .within(Scope.CHECKS);
    }

    private ApiReply change(Call call) throws IOException {
        if (call.viewer().isAnonymous()) {
            throw Call.notSignedIn();
        }
        var given = RequestBody.of(Body.of(call.request()));
        var changed =
                store.write(writing -> {
                    var asked = new RequestFields(given, MANY, false);
                    var patches = named(asked, writing);
                    var edits = new ArrayList<PatchEdit>();
                    for (var patch : patches) {
                        if (!call.viewer().reaches(patch.project())) {
                            throw HttpError.forbidden(
                                    "This token is for another project than that of patch %d; nothing was changed."
                                            .formatted(patch.id()));
                        }
                        if (!Rights.mayEdit(call.viewer(), patch)) {
                            throw HttpError.forbidden(
                                    "You do not have permission to change patch %d; nothing was changed."
                                            .formatted(patch.id()));
                        }
                        edits.add(PatchEdit.alike(asked, patch, writing));
                        // Every patch is told the same, so the first that is refused says it all.
                        asked.end();
                    }
                    for (int i = 0; i < edits.size(); i++) {
                        edits.get(i).apply(patches.get(i), call.viewer(), writing);
                    }
                    return patches.stream()
                            .map(patch -> writing.patches().withId(patch.id()).orElseThrow())
                            .toList();
                });
        return ApiReply.ok(out -> out.list(changed, PatchJson.LIST));
    }

    private static List<Patch> named(RequestFields asked, Reading reading) {
        var patches = asked.objects("patches", id -> reading.patches().withId(id).orElse(null));
        if (patches != null && patches.isEmpty()) {
            asked.reject("patches", "Name at least one patch.");
        }
        if (patches != null && patches.size() > MOST_PATCHES) {
            asked.reject("patches", "Name at most %d patches.".formatted(MOST_PATCHES));
        }
        asked.end();
        return patches == null ? List.of() : patches;
    }

    /** What became of a report: the check, and whether it is new. */
    private record Reported(Check check, boolean isNew) {}

    private ApiReply report(Call call) throws IOException {
        store.read(reading -> CheckResource.checkable(reading, call));
        var body = Body.of(call.request());
        var context = call.request().segment("context");
        var reported =
                store.write(writing -> {
                    var patch = CheckResource.checkable(writing, call);
                    var asked = NewChecks.read(body, call.viewer(), writing, context);
                    return same(asked, writing.checks().latest(patch.id()))
                            .map(known -> new Reported(known, false))
                            .orElseGet(() -> new Reported(writing.edits().add(patch, asked), true));
                });
        var check = reported.check();
        return reported.isNew()
                ? ApiReply.created(CheckJson.SHAPE, check, call.link(CheckResource.path(check)))
                : ApiReply.ok(CheckJson.SHAPE, check);
    }

    /** The check that says the same already, if it is the latest of its user and context. */
    private static Optional<Check> same(NewCheck asked, List<Check> latest) {
        return latest.stream()
                .filter(check ->
                        check.user().id() == asked.user().id()
                                && check.context().equals(asked.context())
                                && check.state() == asked.state()
                                && Objects.equals(check.targetUrl(), asked.targetUrl())
                                && Objects.equals(check.description(), asked.description()))
                .findFirst();
    }
}
