package io.patchbay.rest;

import io.patchbay.patches.Cover;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;

import java.util.List;

/** The endpoints of cover letters (rest-api §7.6). */
final class CoverResource {

    private final Store store;

    CoverResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
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

    Endpoint detail() {
        return Endpoint.named("Cover Detail", "Show a cover letter.")
                .get(CoverJson.DETAIL, this::show);
    }

    private Reply show(Call call) {
        return Reply.ok(
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
