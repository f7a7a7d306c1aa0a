package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.CoverJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.query.Selection.Field;

import java.util.List;

/** The endpoints of cover letters (rest-api §7.6). */
public final class CoverResource {

    private final Store store;

    public CoverResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
        return Endpoint.named("Cover List", "List cover letters.")
                .list(
                        new Listing<>(
                                store,
                                CoverJson.LIST,
                                List.of(
                                        Filters.SINCE,
                                        Filters.BEFORE,
                                        Filters.PROJECT,
                                        Filters.SERIES,
                                        Filters.SUBMITTER,
                                        Filters.MSGID),
                                true,
                                Ordering.by(Field.ID, Field.NAME, Field.DATE, Field.SUBMITTER),
                                (reading, _, selection) -> reading.covers().list(selection)));
    }

    public Endpoint detail() {
        return Endpoint.named("Cover Detail", "Show a cover letter.")
                .get(CoverJson.DETAIL, this::show);
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(
                CoverJson.DETAIL,
                store.read(reading -> {
                    var cover = found(reading, call);
                    return new CoverJson(cover, reading.covers().text(cover.id()));
                }));
    }

    static Cover found(Reading reading, Call call) {
        return reading.covers().withId(call.id("id")).orElseThrow(() -> Call.noSuch("Cover"));
    }
}
