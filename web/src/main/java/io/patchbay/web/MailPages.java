package io.patchbay.web;

import io.patchbay.http.HttpError;
import io.patchbay.http.Request;
import io.patchbay.http.Response;
import io.patchbay.patches.Comment.Parent;
import io.patchbay.patches.Cover;
import io.patchbay.patches.Patch;
import io.patchbay.patches.Project;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Selection.Order;
import io.patchbay.patches.Series;
import io.patchbay.patches.SeriesHead;
import io.patchbay.patches.Viewer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of one patch and of one cover letter (web-ui.md §5). */
record MailPages(Reception reception) {

    private static final int ALL = Integer.MAX_VALUE;

    Response patch(Request request) throws IOException {
        return reception.read(
                request,
                (reading, viewer) -> {
                    var project = Reception.project(request, reading);
                    var patch = patchOf(request, project, reading);
                    if (patch.isPresent()) {
                        return show(readPage(patch.get(), request, viewer, reading));
                    }
                    // People swap "patch" and "cover" in addresses; they find what they meant.
                    return Response.redirect(
                            302, Addresses.cover(cover(request, project, reading).head()));
                });
    }

    Response cover(Request request) throws IOException {
        return reception.read(
                request,
                (reading, viewer) -> {
                    var project = Reception.project(request, reading);
                    var cover = coverOf(request, project, reading);
                    if (cover.isPresent()) {
                        return show(readPage(cover.get(), request, viewer, reading));
                    }
                    return Response.redirect(
                            302, Addresses.patch(patch(request, project, reading).head()));
                });
    }

    private static Response show(PatchPage page) {
        return Html.page(JtepatchGenerated::render, page);
    }

    private static Response show(CoverPage page) {
        return Html.page(JtecoverGenerated::render, page);
    }

    private PatchPage readPage(Patch patch, Request request, Viewer viewer, Reading reading) {
        return new PatchPage(
                reception.frame(request, viewer, patch.project(), reading),
                patch,
                reading.patches().text(patch.id()),
                series(patch.series(), reading),
                reading.checks().latest(patch.id()),
                comments(new Parent(Parent.Kind.PATCH, patch.id()), reading));
    }

    private CoverPage readPage(Cover cover, Request request, Viewer viewer, Reading reading) {
        return new CoverPage(
                reception.frame(request, viewer, cover.project(), reading),
                cover,
                reading.covers().text(cover.id()),
                series(cover.series(), reading),
                comments(new Parent(Parent.Kind.COVER, cover.id()), reading));
    }

    private static @Nullable Series series(@Nullable SeriesHead head, Reading reading) {
        return head == null ? null : reading.series().withId(head.id()).orElse(null);
    }

    private static List<CommentView> comments(Parent parent, Reading reading) {
        var byDate = List.of(new Order(Field.DATE, false));
        var views = new ArrayList<CommentView>();
        var comments = reading.comments().list(parent, new Selection(List.of(), byDate, 0, ALL));
        for (var comment : comments.rows()) {
            views.add(new CommentView(views.size() + 1, comment));
        }
        return views;
    }

    /** The patch of the route's {@code {msgid}}, or a 404. */
    static Patch patch(Request request, Project project, Reading reading) {
        return patchOf(request, project, reading)
                .orElseThrow(() -> noMail("patch", request, project));
    }

    /** The cover letter of the route's {@code {msgid}}, or a 404. */
    static Cover cover(Request request, Project project, Reading reading) {
        return coverOf(request, project, reading)
                .orElseThrow(() -> noMail("cover letter", request, project));
    }

    private static Optional<Patch> patchOf(Request request, Project project, Reading reading) {
        return reading.patches().withMessageId(project.id(), msgid(request));
    }

    private static Optional<Cover> coverOf(Request request, Project project, Reading reading) {
        return reading.covers().withMessageId(project.id(), msgid(request));
    }

    private static String msgid(Request request) {
        return Addresses.storedMessageId(request.segment("msgid"));
    }

    private static HttpError noMail(String kind, Request request, Project project) {
        return HttpError.notFound(
                "%s has no %s with the Message-ID %s"
                        .formatted(project.name(), kind, msgid(request)));
    }
}
