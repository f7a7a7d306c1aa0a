package io.patchbay.rest;

import io.patchbay.patches.Patch;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;

import java.util.List;

/** The endpoints of patches (rest-api §7.5). */
final class PatchResource {

    private final Store store;

    PatchResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
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
                                        Filters.MSGID.since(Version.V1_2)),
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

    Endpoint detail() {
        return Endpoint.named(
                        "Patch Detail",
                        "get:\nShow a patch.\n\npatch:\nUpdate a patch.\n\nput:\nUpdate a patch.")
                .get(PatchJson.DETAIL, this::show);
    }

    private Reply show(Call call) {
        return Reply.ok(
                PatchJson.DETAIL,
                store.read(reading -> {
                    var patch = found(reading, call);
                    return new PatchJson(patch, reading.patches().text(patch.id()));
                }));
    }

    static Patch found(Reading reading, Call call) {
        return reading.patches().withId(call.id("id")).orElseThrow(() -> Call.noSuch("Patch"));
    }
}
