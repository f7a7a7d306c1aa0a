package io.patchbay.web.bundle;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.list.BulkChoices;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The viewer's own bundles: all of them, or those of a project (web-ui.md §7). */
public record BundleLists(PageContext context) {

    /**
     * What such a page shows.
     *
     * @param project the one the bundles are for, null for all
     */
    public record BundleList(Frame frame, @Nullable Project project, List<Bundle> bundles) {}

    public Response all(Request request, Viewer viewer, User user) {
        return show(request, viewer, user, _ -> null, List.of());
    }

    public Response ofProject(Request request, Viewer viewer, User user) {
        return show(request, viewer, user, inProject(request), List.of());
    }

    public Response editAll(Request request, Viewer viewer, User user) throws IOException {
        return show(request, viewer, user, _ -> null, remove(request, viewer));
    }

    public Response editOfProject(Request request, Viewer viewer, User user) throws IOException {
        return show(request, viewer, user, inProject(request), remove(request, viewer));
    }

    private static Function<Reading, @Nullable Project> inProject(Request request) {
        return reading -> PageContext.project(request, reading);
    }

    private Response show(
            Request request,
            Viewer viewer,
            User user,
            Function<Reading, @Nullable Project> which,
            List<Flash> flashes) {
        var page =
                context.read(reading -> {
                    var project = which.apply(reading);
                    return new BundleList(
                            context.frame(request, viewer, project, reading).with(flashes),
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

    private List<Flash> remove(Request request, Viewer viewer) throws IOException {
        long id = Numbers.parse(request.form().get("bundle_id", ""), -1);
        var removed = context.editing().apply(new Change.RemoveBundle(id), request.by(viewer));
        return List.of(
                switch (removed) {
                    case Edited.Done<Bundle>(var bundle, var _) ->
                            Flash.success("Bundle " + bundle.name() + " deleted");
                    // Patchwork does not ask here whose bundle it is.
                    case Edited.NotAllowed<Bundle> _, Edited.Unknown<Bundle> _ ->
                            Flash.error("You have no such bundle; nothing was deleted");
                    case Edited.Invalid<Bundle> _, Edited.Conflict<Bundle> _ -> Flash.INVALID_FORM;
                });
    }
}
