package io.patchbay.rest.resource;

import io.patchbay.http.message.Method;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.json.CheckJson;
import io.patchbay.rest.json.PatchJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Scope;

import java.io.IOException;

/** What saves clients of the API many requests, or lets them repeat one without harm. */
public final class ExtensionResource {

    private final Editing editing;

    public ExtensionResource(Store store) {
        this.editing = new Editing(store);
    }

    public Endpoint patches() {
        return Endpoint.named(
                        "Many Patches", "patch:\nUpdate many patches alike, all of them or none.")
                .only(Method.PATCH, EditAlike.SHAPE, PatchJson.LIST, this::change)
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
        var patches = new EditAlike(editing, call.actor(), given).apply();
        return ApiReply.ok(out -> out.list(patches, PatchJson.LIST));
    }

    private ApiReply report(Call call) throws IOException {
        long patch = call.id("id");
        var edit = new EditCall<>(editing, call, CheckReport.nothing(patch));
        var asked = CheckReport.fields(edit, edit.body());
        var context = call.request().segment("context");
        var reported = edit.apply(CheckReport.read(asked, patch, context, true), asked);
        var check = reported.result();
        return reported.isNew()
                ? ApiReply.created(CheckJson.SHAPE, check, call.link(CheckResource.path(check)))
                : ApiReply.ok(CheckJson.SHAPE, check);
    }
}
