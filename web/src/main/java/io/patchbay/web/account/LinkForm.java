package io.patchbay.web.account;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.accounts.Confirmation.Kind;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.JtenoticeGenerated;
import io.patchbay.web.frame.Notice;
import io.patchbay.web.frame.PageContext;

import java.io.IOException;

/** Another address of a user, who has to read it, and one less (web-ui.md §8). */
public record LinkForm(PageContext context) {

    public Response link(Request request, Viewer viewer, User user) throws IOException {
        var email = request.form().get("email", "").strip();
        if (!RegisterPages.isEmail(email)) {
            throw HttpError.badRequest("'%s' is no mail address.".formatted(email));
        }
        var key =
                context.write(
                        request.by(viewer),
                        writing -> writing.confirmations().ask(Kind.USERPERSON, email, user.id()));
        context.mailing().send(mail(request, user, email, key));
        var frame = context.read(reading -> context.frame(request, viewer, null, reading));
        var text =
                "A mail is on its way to %s. Follow the link in it to make the address yours."
                        .formatted(email);
        return Html.page(JtenoticeGenerated::render, new Notice(frame, "New address", text));
    }

    private OutgoingMail mail(Request request, User user, String email, String key) {
        return new OutgoingMail(
                email,
                "Patchwork email address confirmation",
                """
                Hi,

                the user '%s' of %s says that this address is his or hers.
                To confirm that, follow this link:

                    %s

                If it is not, there is nothing to do.
                """
                        .formatted(
                                user.username(),
                                context.site().domain(),
                                context.mailing().link(request, "/confirm/" + key + "/")));
    }

    /** The account's own address stays linked. */
    static boolean mayUnlink(User user, Person person) {
        return !person.email().equalsIgnoreCase(user.email());
    }

    public Response unlink(Request request, Viewer viewer, User user) {
        long id = request.number("id");
        context.write(
                request.by(viewer),
                writing -> {
                    var person =
                            writing.people()
                                    .withId(id)
                                    .filter(known -> viewer.people().contains(known.id()))
                                    .filter(known -> mayUnlink(user, known))
                                    .orElseThrow(() ->
                                            HttpError.notFound(
                                                    "This is no address that you can unlink."));
                    writing.accounts().unlink(user.id(), person.id());
                    return person;
                });
        return Response.redirect(302, "/user/");
    }
}
