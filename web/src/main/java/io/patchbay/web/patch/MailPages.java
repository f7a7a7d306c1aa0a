package io.patchbay.web.patch;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.CommentRules;
import io.patchbay.tracker.editing.CommentRules.Known;
import io.patchbay.tracker.editing.PatchRules;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.list.BulkChoices;
import io.patchbay.web.list.OtherVersion;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The pages of one patch and of one cover letter (web-ui.md §5). */
public record MailPages(PageContext context) {

    private static final int ALL = Integer.MAX_VALUE;

    public Response patch(Request request) throws IOException {
        return patch(request, context.signIn().visitor(request), List.of());
    }

    public Response editPatch(Request request, Viewer viewer, User user) throws IOException {
        var patch =
                context.read(
                        reading -> patch(request, PageContext.project(request, reading), reading));
        var form = new PatchForm(request.form(), request.by(viewer), patch, context);
        return patch(request, viewer, form.apply());
    }

    private Response patch(Request request, Viewer viewer, List<Flash> flashes) {
        var page =
                context.read(reading -> {
                    var project = PageContext.project(request, reading);
                    var frame = context.frame(request, viewer, project, reading).with(flashes);
                    return patchOf(request, project, reading)
                            .map(patch -> read(patch, frame, request.by(viewer), reading));
                });
        // People swap "patch" and "cover" in addresses; they find what they meant.
        return page.map(found -> Html.page(JtepatchGenerated::render, found))
                .orElseGet(() ->
                        redirect(reading ->
                                PageAddresses.cover(
                                        cover(
                                                        request,
                                                        PageContext.project(request, reading),
                                                        reading)
                                                .head())));
    }

    public Response cover(Request request) throws IOException {
        return cover(request, context.signIn().visitor(request), List.of());
    }

    public Response editCover(Request request, Viewer viewer, User user) throws IOException {
        var cover =
                context.read(
                        reading -> cover(request, PageContext.project(request, reading), reading));
        var form = new CommentForm(request.form(), request.by(viewer), context);
        return cover(request, viewer, form.apply(new Parent(Parent.Kind.COVER, cover.id())));
    }

    private Response cover(Request request, Viewer viewer, List<Flash> flashes) {
        var page =
                context.read(reading -> {
                    var project = PageContext.project(request, reading);
                    var frame = context.frame(request, viewer, project, reading).with(flashes);
                    return coverOf(request, project, reading)
                            .map(cover -> read(cover, frame, request.by(viewer), reading));
                });
        return page.map(found -> Html.page(JtecoverGenerated::render, found))
                .orElseGet(() ->
                        redirect(reading ->
                                PageAddresses.patch(
                                        patch(
                                                        request,
                                                        PageContext.project(request, reading),
                                                        reading)
                                                .head())));
    }

    private Response redirect(Function<Reading, String> address) {
        return Response.redirect(302, context.read(address));
    }

    private static PatchPage read(Patch patch, Frame frame, Actor actor, Reading reading) {
        var user = actor.user();
        var series = series(patch.series(), reading);
        return new PatchPage(
                frame,
                patch,
                reading.patches().text(patch.id()),
                series,
                OtherVersion.of(series, reading),
                reading.checks().latest(patch.id()),
                comments(
                        new Parent(Parent.Kind.PATCH, patch.id()),
                        comment -> mayAddress(actor, new Known.OnPatch(comment, patch)),
                        reading),
                PatchRules.lacking(actor, patch, Scope.STATE) == null,
                user == null
                        ? null
                        : BulkChoices.of(
                                reading.projects().states(),
                                patch.project(),
                                patch.delegate(),
                                user,
                                reading));
    }

    private static CoverPage read(Cover cover, Frame frame, Actor actor, Reading reading) {
        var series = series(cover.series(), reading);
        return new CoverPage(
                frame,
                cover,
                reading.covers().text(cover.id()),
                series,
                OtherVersion.of(series, reading),
                comments(
                        new Parent(Parent.Kind.COVER, cover.id()),
                        comment -> mayAddress(actor, new Known.OnCover(comment, cover)),
                        reading));
    }

    private static boolean mayAddress(Actor actor, Known comment) {
        return CommentRules.lacking(actor, comment) == null;
    }

    private static @Nullable Series series(@Nullable SeriesHead head, Reading reading) {
        return head == null ? null : reading.series().withId(head.id()).orElse(null);
    }

    private static List<CommentView> comments(
            Parent parent, Predicate<Comment> mayAddress, Reading reading) {
        var byDate = List.of(new Order(Field.DATE, false));
        var views = new ArrayList<CommentView>();
        var comments = reading.comments().list(parent, new Selection(List.of(), byDate, 0, ALL));
        for (var comment : comments.rows()) {
            views.add(new CommentView(views.size() + 1, comment, mayAddress.test(comment)));
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
        return withMessageId(request, id -> reading.patches().withMessageId(project.id(), id));
    }

    private static Optional<Cover> coverOf(Request request, Project project, Reading reading) {
        return withMessageId(request, id -> reading.covers().withMessageId(project.id(), id));
    }

    /** Programs that make the address themselves escape only once what looks like a slash. */
    private static <T> Optional<T> withMessageId(
            Request request, Function<String, Optional<T>> find) {
        return find.apply(msgid(request))
                .or(() -> find.apply(new MessageId("<" + request.segment("msgid") + ">").stored()));
    }

    private static String msgid(Request request) {
        return PageAddresses.storedMessageId(request.segment("msgid"));
    }

    private static HttpError noMail(String kind, Request request, Project project) {
        return HttpError.notFound(
                "%s has no %s with the Message-ID %s"
                        .formatted(project.name(), kind, msgid(request)));
    }
}
