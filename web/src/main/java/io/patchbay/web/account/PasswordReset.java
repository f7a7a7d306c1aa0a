package io.patchbay.web.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.accounts.Confirmation;
import io.patchbay.tracker.accounts.Confirmation.Kind;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.accounts.Users.Credentials;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.JtenoticeGenerated;
import io.patchbay.web.frame.Notice;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Base64;

/** Another password for those who forgot theirs (web-ui.md §8). */
public record PasswordReset(PageContext context) {

    /** The page that asks for the address. */
    public record ResetPage(Frame frame, boolean sendsMail) {}

    /** The page behind the link. */
    public record NewPasswordPage(Frame frame, @Nullable String error) {}

    public Response show(Request request) throws IOException {
        return Html.page(
                JteresetGenerated::render,
                new ResetPage(context.frame(request), context.mailing().isPossible()));
    }

    /** Says the same whether the address is known or not. */
    public Response ask(Request request) throws IOException {
        var viewer = context.signIn().visitor(request);
        var email = request.form().get("email", "").strip();
        for (var user : context.read(reading -> RegisterPages.usersOf(email, reading))) {
            if (isActive(user)) {
                var key =
                        context.write(
                                request.by(viewer),
                                writing ->
                                        writing.confirmations()
                                                .ask(Kind.PASSWORD, user.email(), user.id()));
                context.mailing().send(mail(request, user, key));
            }
        }
        return Response.redirect(302, "/user/password-reset/mail-sent/");
    }

    private boolean isActive(User user) {
        return context.read(reading -> reading.users().credentials(user.username()))
                .filter(Credentials::active)
                .isPresent();
    }

    private OutgoingMail mail(Request request, User user, String key) {
        var path = "/user/password-reset/" + segment(user) + "/" + key + "/";
        return new OutgoingMail(
                user.email(),
                "Password reset on " + context.site().domain(),
                """
                Hi,

                somebody, probably you, forgot the password of the account '%s'
                on %s. To choose another one, follow this link:

                    %s

                If it was not you, there is nothing to do.
                """
                        .formatted(
                                user.username(),
                                context.site().domain(),
                                context.mailing().link(request, path)));
    }

    private static String segment(User user) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(user.id()).getBytes(US_ASCII));
    }

    public Response sent(Request request) throws IOException {
        var text = "If an account has this address, a mail with a link is on its way to it.";
        return Html.page(
                JtenoticeGenerated::render,
                new Notice(context.frame(request), "Password reset", text));
    }

    public Response follow(Request request) throws IOException {
        confirmation(request);
        return page(request, null);
    }

    public Response change(Request request) throws IOException {
        var viewer = context.signIn().visitor(request);
        var confirmation = confirmation(request);
        var form = request.form();
        var problem = PasswordPages.problemOfNew(form);
        if (problem != null) {
            return page(request, problem);
        }
        var user = owner(confirmation);
        var hash = Passwords.hash(form.get("new_password1", ""));
        context.write(
                request.by(viewer),
                writing -> {
                    writing.accounts().password(user.id(), hash);
                    writing.sessions().closeOthers(user.id(), "");
                    writing.confirmations().close(confirmation);
                    return user;
                });
        return Response.redirect(302, "/user/login/");
    }

    private Response page(Request request, @Nullable String error) throws IOException {
        return Html.page(
                JtenewPasswordGenerated::render,
                new NewPasswordPage(context.frame(request), error));
    }

    private Confirmation confirmation(Request request) {
        var key = request.segment("key");
        return context.write(writing -> writing.confirmations().withKey(key))
                .filter(known -> known.kind() == Kind.PASSWORD)
                .filter(known -> known.open() && !known.isExpired(context.clock().instant()))
                .filter(known -> segment(owner(known)).equals(request.segment("user")))
                .orElseThrow(() ->
                        HttpError.notFound(
                                "This link was followed before, or has expired. Ask for"
                                        + " another one."));
    }

    private static User owner(Confirmation confirmation) {
        var user = confirmation.user();
        if (user == null) {
            throw HttpError.notFound("The account that asked for this is gone.");
        }
        return user;
    }
}
