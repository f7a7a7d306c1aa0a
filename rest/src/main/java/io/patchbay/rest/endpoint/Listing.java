package io.patchbay.rest.endpoint;

import io.patchbay.http.message.Paging;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Cursors;
import io.patchbay.rest.request.Filter;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.Search;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.ForeignCursor;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.ArrayList;
import java.util.List;

/**
 * A list that can be filtered, searched, ordered and paged.
 *
 * @param searched whether {@code q} searches it
 * @param ordering what {@code order} can name
 */
public record Listing<T>(
        Store store,
        Shape<T> shape,
        List<Filter> filters,
        boolean searched,
        Ordering ordering,
        Source<T> source) {

    static final int USUAL_SIZE = 30;
    public static final int LARGEST_SIZE = 250;

    /** Reads the rows; may add conditions of its own. */
    @FunctionalInterface
    public interface Source<T> {

        Page<T> read(Reading reading, Call call, Selection selection);
    }

    ApiReply page(Call call) {
        var asked = Paging.of(call.request().query(), USUAL_SIZE, LARGEST_SIZE);
        var order = ordering.parse(call.request().query().get("order"));
        var cursor = call.request().query().get("cursor");
        if (cursor != null) {
            return continued(call, Cursors.read(cursor, order), order, asked.size());
        }
        var page =
                store.read(reading -> {
                    var criteria = criteria(reading, call);
                    return read(reading, call, criteria, order, asked);
                });
        var paging = asked.within(page.total());
        return ApiReply.page(
                shape,
                page.rows(),
                paging.links(call.request(), page.total()),
                new ApiReply.Pages(paging.number(), paging.last(page.total())));
    }

    /** What stands behind the cursor; how much there is in all is not told. */
    private ApiReply continued(Call call, Cursor cursor, List<Selection.Order> order, int size) {
        Page<T> page;
        try {
            page = store.read(reading -> behind(reading, call, cursor, order, size));
        } catch (ForeignCursor foreign) {
            throw Cursors.invalid();
        }
        var next = page.next();
        var first = "<" + Paging.continued(call.request(), "") + ">; rel=\"first\"";
        var link =
                next == null
                        ? first
                        : "<%s>; rel=\"next\", %s"
                                .formatted(
                                        Paging.continued(
                                                call.request(), Cursors.write(next, order)),
                                        first);
        return ApiReply.page(shape, page.rows(), link, new ApiReply.Pages(1, 1));
    }

    private Page<T> behind(
            Reading reading, Call call, Cursor cursor, List<Selection.Order> order, int size) {
        var criteria = criteria(reading, call);
        return criteria.stream().anyMatch(Criterion.Nothing.class::isInstance)
                ? new Page<>(List.of(), Page.UNKNOWN)
                : source.read(reading, call, new Selection(criteria, order, 0, size, cursor));
    }

    private Page<T> read(
            Reading reading,
            Call call,
            List<Criterion> criteria,
            List<Selection.Order> order,
            Paging asked) {
        if (criteria.stream().anyMatch(Criterion.Nothing.class::isInstance)) {
            return new Page<>(List.of(), 0);
        }
        var paging = asked;
        if (asked.number() == Paging.LAST) {
            var counted = source.read(reading, call, new Selection(criteria, order, 0, 0));
            paging = asked.within(counted.total());
        }
        return source.read(
                reading, call, new Selection(criteria, order, paging.offset(), paging.size()));
    }

    private List<Criterion> criteria(Reading reading, Call call) {
        var query = call.request().query();
        var criteria = new ArrayList<Criterion>();
        for (var filter : filters) {
            if (call.atLeast(filter.since())) {
                var values = query.all(filter.name());
                var criterion = values.isEmpty() ? null : filter.parser().read(reading, values);
                if (criterion != null) {
                    criteria.add(criterion);
                }
            }
        }
        var words = query.get("q");
        if (searched && words != null) {
            criteria.addAll(Search.parse(words));
        }
        return criteria;
    }
}
