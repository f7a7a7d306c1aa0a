package io.patchbay.web.account;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Confirmation;
import io.patchbay.tracker.accounts.Confirmation.Kind;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.JtenoticeGenerated;
import io.patchbay.web.frame.Notice;
import io.patchbay.web.frame.PageContext;

import java.io.IOException;

/** Does what a followed link confirms (web-ui.md §8). */
public record ConfirmPage(PageContext context) {

    public Response follow(Request request) throws IOException {
        var viewer = context.signIn().visitor(request);
        var key = request.segment("key");
        var confirmation =
                context.write(writing -> writing.confirmations().withKey(key))
                        .filter(known -> known.kind() != Kind.PASSWORD)
                        .orElseThrow(() ->
                                HttpError.notFound(
                                        "Nothing waits for this link; it may have been cut"
                                                + " off in the mail."));
        if (!confirmation.open()) {
            return notice(request, "Already done", "This link was followed before.");
        }
        if (confirmation.isExpired(context.clock().instant())) {
            return notice(
                    request, "Too late", "This link has expired. Ask for it again to get another.");
        }
        if (confirmation.kind() == Kind.USERPERSON && viewer.isAnonymous()) {
            return SignInPages.toSignIn(request);
        }
        var done = context.write(writing -> execute(confirmation, viewer, writing));
        return notice(request, "Confirmed", done);
    }

    private static String execute(Confirmation confirmation, Viewer viewer, Writing writing) {
        var email = confirmation.email();
        var said =
                switch (confirmation.kind()) {
                    case REGISTRATION -> activate(owner(confirmation), email, writing);
                    case USERPERSON -> {
                        var owner = owner(confirmation);
                        if (!viewer.is(owner)) {
                            throw HttpError.forbidden(
                                    "Another user asked for this; sign in as that one.");
                        }
                        writing.accounts().link(owner.id(), email, owner.displayName());
                        yield "What %s wrote is yours now.".formatted(email);
                    }
                    case OPTOUT -> {
                        writing.confirmations().optOut(email);
                        yield "No mail will be sent to %s.".formatted(email);
                    }
                    case OPTIN -> {
                        writing.confirmations().optIn(email);
                        yield "Mail may be sent to %s again.".formatted(email);
                    }
                    case PASSWORD -> throw new IllegalStateException("has a page of its own");
                };
        writing.confirmations().close(confirmation);
        return said;
    }

    private static String activate(User user, String email, Writing writing) {
        writing.accounts().active(user.id(), true);
        boolean known = !writing.people().idsWithEmail(email).isEmpty();
        writing.accounts().link(user.id(), email, known ? null : user.displayName());
        return "The account '%s' is ready. You can sign in.".formatted(user.username());
    }

    private static User owner(Confirmation confirmation) {
        var user = confirmation.user();
        if (user == null) {
            throw HttpError.notFound("The account that asked for this is gone.");
        }
        return user;
    }

    private Response notice(Request request, String title, String text) throws IOException {
        return Html.page(
                JtenoticeGenerated::render, new Notice(context.frame(request), title, text));
    }
}
