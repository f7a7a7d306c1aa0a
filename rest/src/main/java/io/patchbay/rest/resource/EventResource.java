package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.EventJson;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The endpoint of events, which CI systems poll (rest-api §7.11). */
public final class EventResource {

    private static final Set<Category> COMMENTS =
            EnumSet.of(Category.COVER_COMMENT_CREATED, Category.PATCH_COMMENT_CREATED);

    private final Store store;

    public EventResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
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
        if (call.atLeast(ApiVersion.V1_3)) {
            return reading.events().list(selection);
        }
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.NotOfCategories(COMMENTS));
        return reading.events().list(selection.with(criteria));
    }
}
