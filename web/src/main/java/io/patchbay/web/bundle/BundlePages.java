package io.patchbay.web.bundle;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.BundleRules;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.bundle.BundleSettings.Done;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.frame.SignedInHandler;
import io.patchbay.web.list.BulkChoices;
import io.patchbay.web.list.BulkForm;
import io.patchbay.web.list.PatchFilter;
import io.patchbay.web.list.PatchOrder;
import io.patchbay.web.list.PatchTable;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The page of one bundle (web-ui.md §7). */
public record BundlePages(PageContext context) {

    private static final int ALL = Integer.MAX_VALUE;

    /**
     * What the page shows.
     *
     * @param own whether the viewer may change it
     * @param choices null for those who are not signed in
     */
    public record BundlePage(
            Frame frame,
            Bundle bundle,
            boolean own,
            PatchFilter filter,
            List<State> states,
            Parameters query,
            PatchTable table,
            @Nullable BulkChoices choices) {}

    public Response show(Request request) throws IOException {
        return show(request, context.signIn().visitor(request), List.of());
    }

    public Response edit(Request request, Viewer viewer, User user) throws IOException {
        var bundle = context.read(reading -> visible(request, viewer, reading));
        var done = edit(request.form(), bundle, request.by(viewer));
        return done.goTo() == null
                ? show(request, viewer, done.flashes())
                : Response.redirect(302, done.goTo());
    }

    private Done edit(Parameters form, Bundle bundle, Actor actor) {
        return switch (form.get("form", "")) {
            case "bundle" -> new BundleSettings(form, bundle, actor, context).apply();
            case "reorder-form" -> new BundleSettings(form, bundle, actor, context).reorder();
            default -> new Done(new BulkForm(form, actor, bundle.project(), context).apply(), null);
        };
    }

    private Response show(Request request, Viewer viewer, List<Flash> flashes) {
        var page = context.read(reading -> read(request, viewer, flashes, reading));
        return Html.page(JtebundleGenerated::render, page);
    }

    private BundlePage read(Request request, Viewer viewer, List<Flash> flashes, Reading reading) {
        var bundle = visible(request, viewer, reading);
        var states = reading.projects().states();
        var query = request.query().with("delegate", null);
        var filter = PatchFilter.ofWholeList(query, states, reading);
        boolean own = BundleRules.lacking(request.by(viewer), bundle) == null;
        var order = own ? null : PatchOrder.of(query.get("order", ""));
        var patches = patches(bundle, filter.criteria(), order, reading);
        var user = viewer.user();
        return new BundlePage(
                context.frame(request, viewer, bundle.project(), reading).with(flashes),
                bundle,
                own,
                filter,
                states,
                query,
                PatchTable.of(
                        patches,
                        reading.patches().tallies(patches.stream().map(Patch::id).toList()),
                        query,
                        order,
                        viewer,
                        reading),
                user == null
                        ? null
                        : BulkChoices.of(states, bundle.project(), null, user, reading));
    }

    /**
     * @param order null for that of the bundle
     */
    private static List<Patch> patches(
            Bundle bundle, List<Criterion> criteria, @Nullable PatchOrder order, Reading reading) {
        var ids = bundle.patches().stream().map(PatchHead::id).toList();
        return order == null
                ? inOrder(ids, criteria, reading)
                : patches(ids, criteria, order, reading);
    }

    /** Those of the patches that fulfil the criteria, in the order of these ids. */
    public static List<Patch> inOrder(List<Long> ids, List<Criterion> criteria, Reading reading) {
        return patches(ids, criteria, PatchOrder.NEWEST_FIRST, reading).stream()
                .sorted(Comparator.comparingInt(patch -> ids.indexOf(patch.id())))
                .toList();
    }

    private static List<Patch> patches(
            List<Long> ids, List<Criterion> criteria, PatchOrder order, Reading reading) {
        var all = new ArrayList<>(criteria);
        all.add(new OfPatches(Set.copyOf(ids)));
        return reading.patches().list(new Selection(all, order.fields(), 0, ALL)).rows();
    }

    /** The bundle of the address if the viewer may see it, else a 404: its name is a secret too. */
    public static Bundle visible(Request request, Viewer viewer, Reading reading) {
        return reading.bundles()
                .named(request.segment("user"), request.segment("bundle"))
                .filter(bundle -> Rights.maySee(request.by(viewer), bundle))
                .orElseThrow(() ->
                        HttpError.notFound(
                                "%s has no public bundle '%s'."
                                        .formatted(
                                                request.segment("user"),
                                                request.segment("bundle"))));
    }

    /** From the time when bundles were addressed by number; only the owner can follow these. */
    public SignedInHandler byNumber(String below) {
        return (request, _, user) -> {
            long id = request.number("id");
            return context.read(reading -> reading.bundles().withId(id))
                    .filter(bundle -> bundle.owner().id() == user.id())
                    .map(bundle -> Response.redirect(302, PageAddresses.bundle(bundle) + below))
                    .orElseThrow(() -> HttpError.notFound("You have no bundle " + id + "."));
        };
    }
}
