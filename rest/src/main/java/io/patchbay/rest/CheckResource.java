package io.patchbay.rest;

import io.patchbay.patches.Check;
import io.patchbay.patches.Criterion;
import io.patchbay.patches.Page;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The endpoints of the checks on a patch (rest-api §7.9). */
final class CheckResource {

    private final Store store;

    CheckResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
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
                                CheckResource::ofPatch));
    }

    Endpoint detail() {
        return Endpoint.named("Check Detail", "Show a check.").get(CheckJson.SHAPE, this::show);
    }

    private static Page<Check> ofPatch(Reading reading, Call call, Selection selection) {
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.OfPatches(Set.of(PatchResource.found(reading, call).id())));
        return reading.checks().list(selection.with(criteria));
    }

    private Reply show(Call call) {
        return Reply.ok(
                CheckJson.SHAPE,
                store.read(reading ->
                        reading.checks()
                                .withId(PatchResource.found(reading, call).id(), call.id("check"))
                                .orElseThrow(() -> Call.noSuch("Check"))));
    }
}
