package io.patchbay.rest;

import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;

import java.util.List;

/** The endpoints of series (rest-api §7.7). */
final class SeriesResource {

    private final Store store;

    SeriesResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
        return Endpoint.named("Series List", "List series.")
                .list(
                        new Listing<>(
                                store,
                                SeriesJson.SHAPE,
                                List.of(
                                        Filters.SINCE,
                                        Filters.BEFORE,
                                        Filters.PROJECT,
                                        Filters.SUBMITTER),
                                true,
                                Ordering.by(Field.ID, Field.NAME, Field.DATE, Field.SUBMITTER),
                                (reading, _, selection) -> reading.series().list(selection)));
    }

    Endpoint detail() {
        return Endpoint.named("Series Detail", "Show a series.").get(SeriesJson.SHAPE, this::show);
    }

    private Reply show(Call call) {
        return Reply.ok(
                SeriesJson.SHAPE,
                store.read(reading -> reading.series().withId(call.id("id")))
                        .orElseThrow(() -> Call.noSuch("Series")));
    }
}
