package io.patchbay.rest;

import io.patchbay.patches.Bundle;
import io.patchbay.patches.Criterion;
import io.patchbay.patches.Page;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;
import io.patchbay.patches.User;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The endpoints of bundles (rest-api §7.10); a private one exists for its owner only. */
final class BundleResource {

    private final Store store;

    BundleResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
        return Endpoint.named("Bundle List", "List or create bundles.")
                .list(
                        new Listing<>(
                                store,
                                BundleJson.SHAPE,
                                List.of(Filters.PROJECT, Filters.OWNER, Filters.PUBLIC),
                                true,
                                Ordering.by(Field.ID, Field.NAME, Field.OWNER),
                                BundleResource::visible));
    }

    Endpoint detail() {
        return Endpoint.named(
                        "Bundle Detail",
                        "get:\nShow a bundle.\n\npatch:\nUpdate a bundle.\n\nput:\nUpdate a bundle.\n\n"
                                + "delete:\nDelete a bundle.")
                .get(BundleJson.SHAPE, this::show);
    }

    private static Page<Bundle> visible(Reading reading, Call call, Selection selection) {
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.VisibleTo(idOf(call.viewer().user())));
        return reading.bundles().list(selection.with(criteria));
    }

    private static @Nullable Long idOf(@Nullable User user) {
        return user == null ? null : user.id();
    }

    private Reply show(Call call) {
        return Reply.ok(BundleJson.SHAPE, store.read(reading -> found(reading, call)));
    }

    static Bundle found(Reading reading, Call call) {
        return reading.bundles()
                .withId(call.id("id"))
                .filter(bundle -> bundle.isPublic() || call.viewer().is(bundle.owner()))
                .orElseThrow(() -> Call.noSuch("Bundle"));
    }
}
