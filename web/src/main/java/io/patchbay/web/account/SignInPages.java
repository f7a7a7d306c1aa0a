package io.patchbay.web.account;

import io.patchbay.http.message.Percent;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Handler;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.frame.SignedInHandler;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Signing in and out (web-ui.md §8). */
public record SignInPages(PageContext context) {

    /**
     * What the page shows.
     *
     * @param next where the reader goes from here
     * @param error what was wrong with the last try
     */
    public record LoginPage(Frame frame, String next, String username, @Nullable String error) {}

    public Response show(Request request) throws IOException {
        var next = request.query().get("next", "");
        return page(request, new LoginPage(context.frame(request), next, "", null));
    }

    public Response signIn(Request request) throws IOException {
        context.signIn().visitor(request);
        var form = request.form();
        var username = form.get("username", "").strip();
        var next = form.get("next", request.query().get("next", ""));
        var user =
                context.signIn()
                        .withPassword(username, form.get("password", ""))
                        .map(Viewer::user)
                        .orElse(null);
        if (user == null) {
            var error = "This username and password do not match; note that case matters in both.";
            return page(request, new LoginPage(context.frame(request), next, username, error));
        }
        return context.signIn().open(request, Response.redirect(302, ownPath(next)), user.id());
    }

    public Response signOut(Request request) throws IOException {
        context.signIn().visitor(request);
        return context.signIn().close(request, Response.redirect(302, "/"));
    }

    private static Response page(Request request, LoginPage page) {
        return Html.page(JteloginGenerated::render, page)
                .header("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private");
    }

    /** Never leads to another site, whatever a link to this page asks for. */
    private static String ownPath(String next) {
        boolean own =
                next.startsWith("/")
                        && !next.startsWith("//")
                        && next.chars().allMatch(character -> character > ' ' && character < 127)
                        && next.indexOf('\\') < 0;
        return own ? next : "/user/";
    }

    /** Sends those who are not signed in to the sign-in page, and back here afterwards. */
    public Handler signedIn(SignedInHandler handler) {
        return request -> {
            var viewer = context.signIn().visitor(request);
            var user = viewer.user();
            return user == null ? toSignIn(request) : handler.handle(request, viewer, user);
        };
    }

    static Response toSignIn(Request request) {
        var here = Percent.encodeQuery(request.rawPathAndQuery()).replace("%2F", "/");
        return Response.redirect(302, "/user/login/?next=" + here).header("Vary", "Cookie");
    }
}
