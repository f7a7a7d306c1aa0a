package io.patchbay.notify;

import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.MailSender;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.MailSender.Undelivered;
import io.patchbay.tracker.events.Notifications.Change;
import io.patchbay.tracker.events.Notifications.Due;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;

/**
 * Tells submitters by mail which of their patches have another state, where the project wants that
 * (web-ui §9): one mail for all of them, once none of them has changed for a while.
 *
 * @param siteUrl such as {@code https://patches.example.org}
 */
public record StateNotices(Store store, MailSender postman, InstantSource clock, String siteUrl) {

    /** How long a maintainer has to change his mind. */
    public static final Duration DELAY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(StateNotices.class);

    /** Taken at once, so that what is taken is mailed long before it is due again. */
    private static final int PEOPLE = 10;

    /** Then the mail server is away, and everything waits for it. */
    private static final int MOST_FAILURES = 2;

    /** Mails all that is due. What no mail server takes is due again after the delay. */
    public void send() {
        int taken;
        int failed = 0;
        do {
            var now = clock.instant();
            var due =
                    store.write(writing -> writing.notifications().take(now.minus(DELAY), PEOPLE));
            for (var one : due) {
                if (failed < MOST_FAILURES && !send(one)) {
                    failed++;
                }
            }
            taken = due.size();
        } while (taken == PEOPLE && failed < MOST_FAILURES);
    }

    /** Returns false if it is to be tried again. */
    private boolean send(Due due) {
        var email = due.submitter().email();
        if (!email.contains("@")) {
            LOG.warn("Failed sending to {}: it is no address", email);
        } else if (!store.read(reading -> reading.people().hasOptedOut(email))) {
            try {
                postman.deliver(letter(due));
            } catch (Undelivered e) {
                LOG.warn("Failed sending to {}: {}", email, e.getMessage());
                if (!e.isForGood()) {
                    return false;
                }
            }
        }
        store.write(writing -> {
            writing.notifications().settle(due);
            return due;
        });
        return true;
    }

    private OutgoingMail letter(Due due) {
        int count = due.changes().size();
        var projects =
                due.changes().stream()
                        .map(change -> change.project().linkName())
                        .distinct()
                        .collect(Collectors.joining(","));
        var subject =
                "[%s] Patch notification: %d patch%s updated"
                        .formatted(projects, count, count == 1 ? "" : "es");
        var text =
                """
                Hello,

                the state of %s has changed:

                %s
                You get this mail because you sent %s to a list that is followed here.
                To get no more of them: %s/mail/
                """
                        .formatted(
                                count == 1 ? "a patch of yours" : "patches of yours",
                                due.changes().stream()
                                        .map(this::paragraph)
                                        .collect(Collectors.joining("\n")),
                                count == 1 ? "it" : "them",
                                siteUrl);
        return new OutgoingMail(due.submitter().email(), subject, text, true);
    }

    private String paragraph(Change change) {
        return """
         * %s: %s
             %s/patch/%d/
             for: %s
             was: %s
             now: %s
        """
                .formatted(
                        change.project().linkName(),
                        change.name(),
                        siteUrl,
                        change.patchId(),
                        change.project().name(),
                        change.before().name(),
                        change.now().name());
    }
}
