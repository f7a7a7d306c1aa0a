package io.patchbay.web.account;

import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.signin.SignIn;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.JtenoticeGenerated;
import io.patchbay.web.frame.Notice;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Choosing another password (web-ui.md §8). */
public record PasswordPages(PageContext context) {

    /**
     * What the page shows.
     *
     * @param error what was wrong with the last try
     */
    public record PasswordPage(Frame frame, @Nullable String error) {}

    public Response show(Request request, Viewer viewer, User user) {
        return page(request, viewer, null);
    }

    public Response change(Request request, Viewer viewer, User user) throws IOException {
        var form = request.form();
        var error = problem(form, user);
        if (error != null) {
            return page(request, viewer, error);
        }
        var hash = Passwords.hash(form.get("new_password1", ""));
        var session = request.cookie(SignIn.COOKIE);
        context.write(
                request.by(viewer),
                writing -> {
                    writing.accounts().password(user.id(), hash);
                    writing.sessions().closeOthers(user.id(), session == null ? "" : session);
                    return user;
                });
        return Response.redirect(302, "/user/password-change/done/");
    }

    private @Nullable String problem(Parameters form, User user) {
        var old = form.get("old_password", "");
        if (context.signIn().withPassword(user.username(), old).isEmpty()) {
            return "Your old password was entered incorrectly. Please enter it again.";
        }
        return problemOfNew(form);
    }

    /** What is wrong with a new password that was entered twice, or null. */
    static @Nullable String problemOfNew(Parameters form) {
        var password = form.get("new_password1", "");
        if (!password.equals(form.get("new_password2", ""))) {
            return "The two password fields didn't match.";
        }
        return weakness(password);
    }

    static @Nullable String weakness(String password) {
        return switch (Passwords.weakness(password)) {
            case SHORTER -> "A password has at least %d characters.".formatted(Passwords.SHORTEST);
            case DIGITS_ONLY -> "A password cannot be digits only.";
            case null -> null;
        };
    }

    private Response page(Request request, Viewer viewer, @Nullable String error) {
        var frame = context.read(reading -> context.frame(request, viewer, null, reading));
        return Html.page(JtepasswordGenerated::render, new PasswordPage(frame, error));
    }

    public Response done(Request request, Viewer viewer, User user) {
        var frame = context.read(reading -> context.frame(request, viewer, null, reading));
        var notice = new Notice(frame, "Password changed", "You are signed out everywhere else.");
        return Html.page(JtenoticeGenerated::render, notice);
    }
}
