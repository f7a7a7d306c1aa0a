package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.PatchJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of patches (rest-api §7.5). */
public final class PatchResource {

    private final Store store;

    public PatchResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
        return Endpoint.named("Patch List", "List patches.")
                .list(
                        new Listing<>(
                                store,
                                PatchJson.LIST,
                                List.of(
                                        Filters.SINCE,
                                        Filters.BEFORE,
                                        Filters.PROJECT,
                                        Filters.SERIES,
                                        Filters.SUBMITTER,
                                        Filters.DELEGATE,
                                        Filters.STATE,
                                        Filters.ARCHIVED,
                                        Filters.HASH,
                                        Filters.MSGID.since(ApiVersion.V1_2)),
                                true,
                                Ordering.by(
                                        Field.ID,
                                        Field.NAME,
                                        Field.PROJECT,
                                        Field.DATE,
                                        Field.STATE,
                                        Field.ARCHIVED,
                                        Field.SUBMITTER),
                                (reading, _, selection) -> reading.patches().list(selection)));
    }

    public Endpoint detail() {
        return Endpoint.named(
                        "Patch Detail",
                        "get:\nShow a patch.\n\npatch:\nUpdate a patch.\n\nput:\nUpdate a patch.")
                .get(PatchJson.DETAIL, this::show)
                .within(Scope.STATE)
                .edit(
                        PatchJson.DETAIL,
                        this::mayEdit,
                        call -> edit(call, false),
                        call -> edit(call, true));
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(
                PatchJson.DETAIL,
                store.read(reading -> {
                    var patch = found(reading, call);
                    return new PatchJson(patch, reading.patches().text(patch.id()));
                }));
    }

    private boolean mayEdit(Call call) {
        return store.read(reading -> Rights.mayEdit(call.viewer(), found(reading, call)));
    }

    private ApiReply edit(Call call, boolean partial) throws IOException {
        store.read(reading -> editable(reading, call));
        var given = RequestBody.of(Body.of(call.request()));
        return ApiReply.ok(
                partial ? PatchJson.EDITED : PatchJson.DETAIL,
                store.write(writing -> {
                    var patch = editable(writing, call);
                    var asked = new RequestFields(given, PatchJson.DETAIL, partial);
                    var edit = PatchEdit.read(asked, patch, partial, writing);
                    asked.end();
                    edit.apply(patch, call.viewer(), writing);
                    return new PatchJson(found(writing, call), writing.patches().text(patch.id()));
                }));
    }

    static Patch editable(Reading reading, Call call) {
        var patch = found(reading, call);
        call.mustReach(patch.project());
        if (!Rights.mayEdit(call.viewer(), patch)) {
            throw call.notPermitted();
        }
        return patch;
    }

    static Patch found(Reading reading, Call call) {
        return reading.patches().withId(call.id("id")).orElseThrow(() -> Call.noSuch("Patch"));
    }
}
