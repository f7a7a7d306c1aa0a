package io.patchbay.web.frame;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.tracker.accounts.MailSender;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.MailSender.Undelivered;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails that pages send, each with a link that proves who reads the address.
 *
 * @param postman null for a site that sends no mail
 */
public record Mailing(Site site, @Nullable MailSender postman) {

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

    public boolean isPossible() {
        return postman != null;
    }

    /** Throws a 403 if the site sends no mail, and a 503 if its mail server does not take this. */
    public void send(OutgoingMail mail) {
        if (postman == null) {
            throw HttpError.forbidden("This site sends no mail; ask its administrators.");
        }
        try {
            postman.deliver(mail);
        } catch (Undelivered undelivered) {
            LOG.error("no mail '{}' to {}", mail.subject(), mail.to(), undelivered);
            throw new HttpError(
                    503, "The mail to %s could not be sent; try again later.".formatted(mail.to()));
        }
    }

    /** On the site's own domain, whatever host the request named: that can be forged. */
    public String link(Request request, String path) {
        boolean secure = request.isSecure() || site.forceHttps();
        return (secure ? "https://" : "http://") + site.domain() + path;
    }
}
