package io.patchbay.web.account;

import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.accounts.Confirmation.Kind;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.JtenoticeGenerated;
import io.patchbay.web.frame.Notice;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Whether an address gets mail from here; anybody may ask, its reader decides (web-ui.md §8). */
public record MailSettings(PageContext context) {

    /**
     * What the page shows.
     *
     * @param email null until one was entered
     */
    public record MailPage(
            Frame frame, @Nullable String email, boolean optedOut, @Nullable String error) {}

    public Response show(Request request) throws IOException {
        return page(request, null, null);
    }

    public Response look(Request request) throws IOException {
        context.signIn().visitor(request);
        var email = request.form().get("email", "").strip();
        return RegisterPages.isEmail(email)
                ? page(request, email, null)
                : page(request, null, "Enter a valid email address.");
    }

    private Response page(Request request, @Nullable String email, @Nullable String error)
            throws IOException {
        boolean optedOut =
                email != null && context.read(reading -> reading.people().hasOptedOut(email));
        return Html.page(
                JtemailSettingsGenerated::render,
                new MailPage(context.frame(request), email, optedOut, error));
    }

    public Response optOut(Request request) throws IOException {
        return ask(request, Kind.OPTOUT, "Patchwork opt-out request", "send no mail to");
    }

    public Response optIn(Request request) throws IOException {
        return ask(request, Kind.OPTIN, "Patchwork opt-in request", "send mail again to");
    }

    private Response ask(Request request, Kind kind, String subject, String wish)
            throws IOException {
        var viewer = context.signIn().visitor(request);
        var email = request.form().get("email", "").strip();
        if (!RegisterPages.isEmail(email)) {
            return page(request, null, "Enter a valid email address.");
        }
        boolean optedOut = context.read(reading -> reading.people().hasOptedOut(email));
        if (kind == Kind.OPTIN && !optedOut) {
            return page(
                    request,
                    email,
                    "The address %s is not on the list of those that want no mail."
                            .formatted(email));
        }
        var key =
                context.write(
                        request.by(viewer),
                        writing -> writing.confirmations().ask(kind, email, null));
        context.mailing()
                .send(
                        new OutgoingMail(
                                email,
                                subject,
                                """
                                Hi,

                                somebody, probably you, asked %s to %s
                                this address. To confirm that, follow this link:

                                    %s

                                If it was not you, there is nothing to do.
                                """
                                        .formatted(
                                                context.site().domain(),
                                                wish,
                                                context.mailing()
                                                        .link(request, "/confirm/" + key + "/"))));
        return Html.page(
                JtenoticeGenerated::render,
                new Notice(
                        context.frame(request),
                        "Mail settings",
                        "A mail is on its way to %s. Follow the link in it.".formatted(email)));
    }
}
