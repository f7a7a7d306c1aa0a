package io.patchbay.web.list;

import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The patches of a project, and those of them that wait for somebody (web-ui.md §4, §8). */
public record PatchLists(PageContext context) {

    public Response list(Request request) throws IOException {
        return show(request, context.signIn().visitor(request), null, List.of());
    }

    public Response todo(Request request, Viewer viewer, User user) {
        return show(request, viewer, user, List.of());
    }

    public Response edit(Request request, Viewer viewer, User user) throws IOException {
        return show(request, viewer, null, apply(request, viewer));
    }

    public Response editTodo(Request request, Viewer viewer, User user) throws IOException {
        return show(request, viewer, user, apply(request, viewer));
    }

    private List<Flash> apply(Request request, Viewer viewer) throws IOException {
        var project = context.read(reading -> PageContext.project(request, reading));
        return new BulkForm(request.form(), request.by(viewer), project, context).apply();
    }

    private Response show(
            Request request, Viewer viewer, @Nullable User delegate, List<Flash> flashes) {
        var page = context.read(reading -> read(request, viewer, delegate, flashes, reading));
        return Html.page(JtelistGenerated::render, page);
    }

    /**
     * @param delegate whose patches are listed, null for everybody's
     */
    private PatchListPage read(
            Request request,
            Viewer viewer,
            @Nullable User delegate,
            List<Flash> flashes,
            Reading reading) {
        var project = PageContext.project(request, reading);
        var states = reading.projects().states();
        var query = delegate == null ? request.query() : request.query().with("delegate", null);
        var filter = PatchFilter.of(query, states, reading);
        var criteria = new ArrayList<Criterion>(filter.criteria());
        criteria.add(new InProjects(Set.of(project.id())));
        if (delegate != null) {
            criteria.add(new DelegatedTo(Set.of(delegate.id())));
        }
        // A series is read from its beginning.
        var usual = filter.series() == null ? PatchOrder.NEWEST_FIRST : PatchOrder.OLDEST_FIRST;
        var order = PatchOrder.of(query.get("order", ""), usual);
        int perPage = Math.max(1, viewer.settings().itemsPerPage());
        var rows = PatchRows.read(criteria, order, query.get("page", ""), perPage, reading);
        var found = rows.found();
        var user = viewer.user();
        return new PatchListPage(
                context.frame(request, viewer, project, reading).with(flashes),
                title(project, filter, delegate),
                filter,
                OtherVersion.of(filter.series(), reading),
                states,
                query,
                delegate == null,
                found.page().total(),
                PatchTable.of(
                        found.page().rows(),
                        found.tallies(),
                        query.with("page", null),
                        order,
                        viewer,
                        reading),
                rows.pager(),
                user == null ? null : BulkChoices.of(states, project, null, user, reading));
    }

    private static String title(Project project, PatchFilter filter, @Nullable User delegate) {
        var series = filter.series();
        if (series != null) {
            return series.head().displayName();
        }
        return delegate == null ? project.name() : "Reviews pending in " + project.name();
    }
}
