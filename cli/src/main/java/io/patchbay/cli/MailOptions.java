package io.patchbay.cli;

import io.patchbay.intake.lmtp.LmtpAddress;
import io.patchbay.server.Followed;
import io.patchbay.server.MailConfig;
import io.patchbay.server.Refusal;
import io.patchbay.tracker.accounts.MailSender;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The options of a server about mail that comes in. */
@Command // a mixin of options only
final class MailOptions {

    private static final String NOWHERE = "none";

    @Option(
            names = "--lmtp",
            paramLabel = "ADDRESS",
            description =
                    "where mail systems hand in mail: the path of a socket, HOST:PORT or PORT; may"
                            + " be repeated (default: lmtp.sock in the data folder; 'none' for none)")
    private List<String> lmtp = List.of();

    @Option(
            names = "--keep-mail",
            paramLabel = "DAYS",
            defaultValue = "30",
            description =
                    "how long mails are kept that were not filed (default: ${DEFAULT-VALUE}; 0 keeps"
                            + " only those that could not be filed)")
    private int keepDays = 30;

    @Option(
            names = "--follow",
            paramLabel = "[LIST-ID=]FOLDER",
            description =
                    "takes mails as they come to this public-inbox folder; may be repeated. The list"
                            + " id files them under that list, whatever their headers say")
    private List<Followed> followed = List.of();

    /**
     * @param usual the socket where nothing was said; null if there cannot be one
     * @param handOver the socket of parsemail; null if there cannot be one
     * @param mirrors the folder of what is fetched of mirrors
     * @param postman takes mail to people; null if no mail is sent
     */
    MailConfig config(
            @Nullable Path usual,
            @Nullable Path handOver,
            Path mirrors,
            @Nullable MailSender postman) {
        if (keepDays < 0) {
            throw new Refusal("--keep-mail expects a number of days, but this is " + keepDays);
        }
        return new MailConfig(
                addresses(usual), followed, handOver, mirrors, Duration.ofDays(keepDays), postman);
    }

    private List<LmtpAddress> addresses(@Nullable Path usual) {
        if (lmtp.isEmpty()) {
            return usual == null ? List.of() : List.of(new LmtpAddress.Unix(usual));
        }
        if (lmtp.contains(NOWHERE)) {
            return List.of();
        }
        try {
            return lmtp.stream().map(LmtpAddress::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new Refusal("--lmtp: " + e.getMessage(), e);
        }
    }
}
