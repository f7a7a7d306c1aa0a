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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The endpoint of events, which CI systems poll (rest-api §7.11). */
public final class EventResource {

    /** The categories that came after a version, in the order of versions. */
    private static final List<Set<Category>> LATER =
            Stream.of(ApiVersion.values()).map(EventResource::laterThan).toList();

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
        var later = LATER.get(call.version().ordinal());
        if (later.isEmpty()) {
            return reading.events().list(selection);
        }
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.NotOfCategories(later));
        return reading.events().list(selection.with(criteria));
    }

    private static Set<Category> laterThan(ApiVersion version) {
        return Stream.of(Category.values())
                .filter(category -> !version.atLeast(ApiVersion.of(category.since())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
    }
}
