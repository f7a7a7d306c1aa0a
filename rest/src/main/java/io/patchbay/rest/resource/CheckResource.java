package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.CheckJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The endpoints of the checks on a patch (rest-api §7.9). */
public final class CheckResource {

    private final Store store;
    private final Editing editing;

    public CheckResource(Store store) {
        this.store = store;
        this.editing = new Editing(store);
    }

    public Endpoint list() {
        return Endpoint.named("Check List Create", "get:\nList checks.\n\npost:\nCreate a check.")
                .list(
                        new Listing<>(
                                store,
                                CheckJson.SHAPE,
                                List.of(
                                        Filters.SINCE,
                                        Filters.BEFORE,
                                        Filters.USER,
                                        Filters.CHECK_STATE,
                                        Filters.CONTEXT),
                                false,
                                Ordering.by(
                                        Field.ID,
                                        Field.USER,
                                        Field.DATE,
                                        Field.CHECK_STATE,
                                        Field.TARGET_URL,
                                        Field.CONTEXT,
                                        Field.DESCRIPTION),
                                CheckResource::ofPatch))
                // Its form and metadata are shown to everybody.
                .post(CheckJson.SHAPE, _ -> true, this::add)
                .within(Scope.CHECKS);
    }

    public Endpoint detail() {
        return Endpoint.named("Check Detail", "Show a check.").get(CheckJson.SHAPE, this::show);
    }

    private static Page<Check> ofPatch(Reading reading, Call call, Selection selection) {
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.OfPatches(Set.of(PatchResource.found(reading, call).id())));
        return reading.checks().list(selection.with(criteria));
    }

    private ApiReply add(Call call) throws IOException {
        long patch = call.id("id");
        var edit = new EditCall<>(editing, call, CheckReport.nothing(patch));
        var body = edit.body();
        var key = edit.key(body);
        var asked = CheckReport.fields(edit, body);
        var change = CheckReport.read(asked, patch, asked.text("context"), false);
        var made = edit.apply(change, asked, key);
        return ApiReply.created(CheckJson.SHAPE, made, call.link(path(made.result())));
    }

    static String path(Check check) {
        return "patches/%d/checks/%d/".formatted(check.patchId(), check.id());
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(
                CheckJson.SHAPE,
                store.read(reading ->
                        reading.checks()
                                .withId(PatchResource.found(reading, call).id(), call.id("check"))
                                .orElseThrow(() -> Call.noSuch("Check"))));
    }
}
