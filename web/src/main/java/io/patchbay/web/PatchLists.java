package io.patchbay.web;

import io.patchbay.http.Request;
import io.patchbay.http.Response;
import io.patchbay.patches.Criterion;
import io.patchbay.patches.Criterion.InProjects;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Viewer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;

/** The patch list of a project (web-ui.md §4). */
record PatchLists(Reception reception) {

    Response list(Request request) throws IOException {
        var page = reception.read(request, (reading, viewer) -> read(request, viewer, reading));
        return Html.page(JtelistGenerated::render, page);
    }

    private PatchListPage read(Request request, Viewer viewer, Reading reading) {
        var project = Reception.project(request, reading);
        var states = reading.projects().states();
        var query = request.query();
        var filter = PatchFilter.of(query, states, reading);
        var criteria = new ArrayList<Criterion>(filter.criteria());
        criteria.add(new InProjects(Set.of(project.id())));
        var order = PatchOrder.of(query.get("order", ""));
        int perPage = Math.max(1, viewer.settings().itemsPerPage());
        var rows = PatchRows.read(criteria, order, query.get("page", ""), perPage, reading);
        var series = filter.series();
        return new PatchListPage(
                reception.frame(request, viewer, project, reading),
                series == null ? project.name() : series.head().displayName(),
                filter,
                states,
                query,
                rows.found().total(),
                PatchTable.of(
                        rows.found().rows(), query.with("page", null), order, viewer, reading),
                rows.pager());
    }
}
