package io.patchbay.rest;

import io.patchbay.patches.Criterion;
import io.patchbay.patches.Event;
import io.patchbay.patches.Event.Category;
import io.patchbay.patches.Page;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Selection.Order;
import io.patchbay.patches.Store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The endpoint of events, which CI systems poll (rest-api §7.11). */
final class EventResource {

    private static final Set<Category> COMMENTS =
            EnumSet.of(Category.COVER_COMMENT_CREATED, Category.PATCH_COMMENT_CREATED);

    private final Store store;

    EventResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
        return Endpoint.named("Event List", "List events.")
                .list(
                        new Listing<>(
                                store,
                                EventJson.SHAPE,
                                List.of(
                                        Filters.hidden(Filters.SINCE),
                                        Filters.hidden(Filters.BEFORE),
                                        Filters.hidden(Filters.PROJECT),
                                        Filters.CATEGORY,
                                        Filters.SERIES,
                                        Filters.PATCH,
                                        Filters.COVER,
                                        Filters.ACTOR),
                                false,
                                Ordering.by(Field.DATE).usually(new Order(Field.DATE, true)),
                                EventResource::known));
    }

    /** The events that the version knows. */
    private static Page<Event> known(Reading reading, Call call, Selection selection) {
        if (call.atLeast(Version.V1_3)) {
            return reading.events().list(selection);
        }
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.NotOfCategories(COMMENTS));
        return reading.events().list(selection.with(criteria));
    }
}
