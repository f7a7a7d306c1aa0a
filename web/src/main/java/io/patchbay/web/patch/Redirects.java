package io.patchbay.web.patch;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Handler;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;

/**
 * Addresses by number lead to those by name; what a query asks is lost on the way (web-ui.md §2).
 */
public record Redirects(PageContext context) {

    /**
     * @param below what follows the patch's own address, such as {@code mbox/}
     */
    public Handler patch(String below) {
        return request -> {
            long id = request.number("id");
            var patch =
                    context.read(reading -> reading.patches().withId(id))
                            .orElseThrow(() -> unknown("patch", request));
            return found(PageAddresses.patch(patch.head()) + below);
        };
    }

    public Handler cover(String below) {
        return request -> {
            long id = request.number("id");
            var cover =
                    context.read(reading -> reading.covers().withId(id))
                            .orElseThrow(() -> unknown("cover letter", request));
            return found(PageAddresses.cover(cover.head()) + below);
        };
    }

    public Response series(Request request) {
        long id = request.number("id");
        var series =
                context.read(reading -> reading.series().withId(id))
                        .orElseThrow(() -> unknown("series", request));
        return found(PageAddresses.series(series.head()));
    }

    /** Comments on patches and on covers have numbers of their own; those on patches go first. */
    public Response comment(Request request) {
        return context.read(reading -> {
            var comment = comment(request, reading);
            return found(pageOf(comment, reading) + "#" + comment.id());
        });
    }

    public Response mailOfComment(Request request) {
        return context.read(reading ->
                found(PageAddresses.comment(comment(request, reading).head()) + "mail/"));
    }

    private static Comment comment(Request request, Reading reading) {
        long id = request.number("id");
        return reading.comments()
                .anyWithId(Parent.Kind.PATCH, id)
                .or(() -> reading.comments().anyWithId(Parent.Kind.COVER, id))
                .orElseThrow(() -> unknown("comment", request));
    }

    private static String pageOf(Comment comment, Reading reading) {
        long id = comment.parent().id();
        return switch (comment.parent().kind()) {
            case PATCH -> PageAddresses.patch(reading.patches().withId(id).orElseThrow().head());
            case COVER -> PageAddresses.cover(reading.covers().withId(id).orElseThrow().head());
        };
    }

    private static HttpError unknown(String kind, Request request) {
        return HttpError.notFound("There is no %s %s.".formatted(kind, request.segment("id")));
    }

    public static Handler permanently(String to) {
        // The server leaves this header out of other permanent redirects, as Patchwork does.
        return _ -> Response.redirect(301, to).header("X-Frame-Options", "DENY");
    }

    private static Response found(String location) {
        return Response.redirect(302, location);
    }
}
