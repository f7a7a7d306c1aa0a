package io.patchbay.server;

import io.patchbay.intake.Intake;
import io.patchbay.intake.lmtp.LmtpAddress;
import io.patchbay.tracker.accounts.MailSender;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How mail comes into a server, and out of it.
 *
 * @param lmtp where it listens for mail systems; may be nowhere
 * @param followed public-inbox folders whose mails are taken as they come
 * @param handOver the unix socket on which parsemail hands mails over; null for none
 * @param mirrors the folder of what is fetched of the mirrors that projects follow; null if this
 *     server follows none
 * @param keep how long mails are kept that were not filed; zero keeps only the quarantine
 * @param postman takes mail to people; null if no mail is sent
 */
public record MailConfig(
        List<LmtpAddress> lmtp,
        List<Followed> followed,
        @Nullable Path handOver,
        @Nullable Path mirrors,
        Duration keep,
        @Nullable MailSender postman) {

    static final MailConfig NO_DOORS =
            new MailConfig(List.of(), List.of(), null, null, Intake.USUAL_KEEPING, null);

    MailConfig with(MailSender other) {
        return new MailConfig(lmtp, followed, handOver, mirrors, keep, other);
    }

    MailConfig withMirrors(Path copies) {
        return new MailConfig(lmtp, followed, handOver, copies, keep, postman);
    }
}
