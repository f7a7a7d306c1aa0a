package io.patchbay.rest.endpoint;

import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filter;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The filters of a list as a person fills them in.
 *
 * @param kept what the form sends along unseen
 * @param orders links to the list in other orders
 * @param words what is searched for now
 */
record FilterForm(
        String address,
        List<Parameters.Pair> kept,
        List<Control> controls,
        boolean searched,
        String words,
        List<Link> orders) {

    static FilterForm of(Listing<?> listing, Call call, Reading reading) {
        var query = call.request().query();
        var controls = new ArrayList<Control>();
        var replaced = new TreeSet<>(Set.of("page", "q"));
        for (var filter : listing.filters()) {
            if (filter.control() != Filter.Control.HIDDEN && call.atLeast(filter.since())) {
                controls.add(control(filter, query, reading));
                replaced.add(filter.name());
            }
        }
        return new FilterForm(
                call.request().rawPath(),
                query.pairs().stream().filter(pair -> !replaced.contains(pair.key())).toList(),
                controls,
                listing.searched(),
                query.get("q", ""),
                orders(listing, call.request()));
    }

    private static Control control(Filter filter, Parameters query, Reading reading) {
        var chosen = query.all(filter.name());
        return new Control(
                filter.label(),
                filter.name(),
                query.get(filter.name(), ""),
                "",
                choices(filter, chosen, reading),
                filter.control() == Filter.Control.STATE
                        || filter.control() == Filter.Control.PROJECT);
    }

    private static List<Control.Choice> choices(
            Filter filter, List<String> chosen, Reading reading) {
        return switch (filter.control()) {
            case STATE ->
                    reading.projects().states().stream()
                            .map(state -> choice(state, chosen))
                            .toList();
            case PROJECT ->
                    reading.projects().all().stream()
                            .map(project -> choice(project, chosen))
                            .toList();
            case YES_NO ->
                    List.of(
                            new Control.Choice("", "Unknown", chosen.isEmpty()),
                            new Control.Choice("true", "Yes", chosen.contains("true")),
                            new Control.Choice("false", "No", chosen.contains("false")));
            case TEXT, NUMBER, DATE, HIDDEN -> List.of();
        };
    }

    private static Control.Choice choice(State state, List<String> chosen) {
        return new Control.Choice(state.slug(), state.name(), chosen.contains(state.slug()));
    }

    private static Control.Choice choice(Project project, List<String> chosen) {
        return new Control.Choice(
                project.linkName(), project.name(), chosen.contains(project.linkName()));
    }

    private static List<Link> orders(Listing<?> listing, Request request) {
        var orders = new ArrayList<Link>();
        var query = request.query().with("page", null);
        for (var name : listing.ordering().names()) {
            orders.add(order(name + " - ascending", query.with("order", name), request));
            orders.add(order(name + " - descending", query.with("order", "-" + name), request));
        }
        return orders;
    }

    private static Link order(String name, Parameters query, Request request) {
        return new Link(name, request.rawPath() + "?" + query.encoded());
    }
}
