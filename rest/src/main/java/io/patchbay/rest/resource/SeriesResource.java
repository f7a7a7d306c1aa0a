package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.SeriesJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.query.Selection.Field;

import java.util.List;

/** The endpoints of series (rest-api §7.7). */
public final class SeriesResource {

    private final Store store;

    public SeriesResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
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

    public Endpoint detail() {
        return Endpoint.named("Series Detail", "Show a series.").get(SeriesJson.SHAPE, this::show);
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(
                SeriesJson.SHAPE,
                store.read(reading -> reading.series().withId(call.id("id")))
                        .orElseThrow(() -> Call.noSuch("Series")));
    }
}
