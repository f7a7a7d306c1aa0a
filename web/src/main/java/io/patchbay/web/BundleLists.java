package io.patchbay.web;

import io.patchbay.http.Numbers;
import io.patchbay.http.Parameters;
import io.patchbay.http.Request;
import io.patchbay.http.Response;
import io.patchbay.patches.Bundle;
import io.patchbay.patches.Project;
import io.patchbay.patches.Reading;
import io.patchbay.patches.User;
import io.patchbay.patches.Viewer;
import io.patchbay.patches.Writing;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The viewer's own bundles: all of them, or those of a project (web-ui.md §7). */
record BundleLists(Reception reception) {

    /**
     * What such a page shows.
     *
     * @param project the one the bundles are for, null for all
     */
    record BundleList(Frame frame, @Nullable Project project, List<Bundle> bundles) {}

    Response all(Request request, Viewer viewer, User user) {
        return show(request, viewer, user, _ -> null, List.of());
    }

    Response ofProject(Request request, Viewer viewer, User user) {
        return show(request, viewer, user, inProject(request), List.of());
    }

    Response editAll(Request request, Viewer viewer, User user) throws IOException {
        return show(request, viewer, user, _ -> null, remove(request.form(), user));
    }

    Response editOfProject(Request request, Viewer viewer, User user) throws IOException {
        return show(request, viewer, user, inProject(request), remove(request.form(), user));
    }

    private static Function<Reading, @Nullable Project> inProject(Request request) {
        return reading -> Reception.project(request, reading);
    }

    private Response show(
            Request request,
            Viewer viewer,
            User user,
            Function<Reading, @Nullable Project> which,
            List<Flash> flashes) {
        var page =
                reception.read(reading -> {
                    var project = which.apply(reading);
                    return new BundleList(
                            reception.frame(request, viewer, project, reading).with(flashes),
                            project,
                            bundles(user, project, reading));
                });
        return Html.page(JtebundlesGenerated::render, page);
    }

    private static List<Bundle> bundles(User user, @Nullable Project project, Reading reading) {
        return BulkChoices.bundlesOf(user, reading).stream()
                .filter(bundle -> project == null || bundle.project().id() == project.id())
                .toList();
    }

    private List<Flash> remove(Parameters form, User user) {
        long id = Numbers.parse(form.get("bundle_id", ""), -1);
        return reception.write(writing -> List.of(remove(id, user, writing)));
    }

    private static Flash remove(long id, User user, Writing writing) {
        var bundle = writing.bundles().withId(id);
        // Patchwork does not ask here whose bundle it is.
        if (bundle.isEmpty() || bundle.get().owner().id() != user.id()) {
            return Flash.error("You have no such bundle; nothing was deleted");
        }
        writing.edits().remove(bundle.get());
        return Flash.success("Bundle " + bundle.get().name() + " deleted");
    }
}
