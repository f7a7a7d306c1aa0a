package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.PatchJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.PatchRules;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of patches (rest-api §7.5). */
public final class PatchResource {

    private final Store store;
    private final Editing editing;

    public PatchResource(Store store) {
        this.store = store;
        this.editing = new Editing(store);
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
        var patch = store.read(reading -> found(reading, call));
        return PatchRules.lacking(call.actor(), patch, Scope.STATE) == null;
    }

    private ApiReply edit(Call call, boolean partial) throws IOException {
        long id = call.id("id");
        var edit = new EditCall<>(editing, call, new EditPatch(id, PatchFields.NONE));
        var asked = edit.fields(PatchJson.DETAIL, partial);
        var change = new EditPatch(id, PatchEdit.read(asked, partial));
        var patch = edit.apply(change, asked).result();
        var text = store.read(reading -> reading.patches().text(id));
        return ApiReply.ok(
                partial ? PatchJson.EDITED : PatchJson.DETAIL, new PatchJson(patch, text));
    }

    static Patch found(Reading reading, Call call) {
        return reading.patches().withId(call.id("id")).orElseThrow(() -> Call.noSuch("Patch"));
    }
}
