package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.intake.Delivered;
import io.patchbay.intake.Delivered.PutOff;
import io.patchbay.intake.Delivered.Taken;
import io.patchbay.intake.Delivery;
import io.patchbay.intake.Gate;
import io.patchbay.intake.Intake;
import io.patchbay.intake.IntakeMeter;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Mail;
import io.patchbay.mail.header.MessageId;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.mails.KeptMail.Fate;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/**
 * {@code parsemail}: one mail, from a mail system that pipes (mail-ingest §1). In the source
 * folder, the script hands the mail to a running server instead, and comes here if there is none.
 */
@Command(
        name = "parsemail",
        mixinStandardHelpOptions = true,
        description = {
            "Files one mail. Beside a running server, the server files it.",
            "Exit codes: 0 filed, here already or not wanted; 1 cannot be filed and is kept in the"
                    + " quarantine; 75 try again later."
        })
public final class ParseMail implements Callable<Integer> {

    private static final int FILED = 0;
    private static final int NOT_FILED = 1;

    /** EX_TEMPFAIL of sysexits.h: a mail system keeps the mail and tries again. */
    private static final int TRY_LATER = 75;

    private static final String STANDARD_INPUT = "-";

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Option(
            names = "--list-id",
            paramLabel = "ID",
            description = "takes the mail as one of this list, whatever its headers say")
    private @Nullable String listId;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "the mail; without it, or with -, standard input")
    private String file = STANDARD_INPUT;

    @Override
    public Integer call() {
        try {
            var bytes = read();
            if (bytes.length == 0) {
                output.warn("there is no mail in " + origin());
                return NOT_FILED;
            }
            if (bytes.length > MailSource.LARGEST_MAIL) {
                output.warn(
                        "%s: it has more than the %d bytes that are taken"
                                .formatted(origin(), MailSource.LARGEST_MAIL));
                return NOT_FILED;
            }
            return tell(deliver(bytes), bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            output.warn("interrupted; try again later");
            return TRY_LATER;
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong here is not wrong with the mail, which its sender must not get
            // back.
            output.warn(Refusal.reason(e));
            return TRY_LATER;
        }
    }

    private byte[] read() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return upToLimit(System.in);
        }
        try (var stream = Files.newInputStream(Path.of(file))) {
            return upToLimit(stream);
        }
    }

    private static byte[] upToLimit(InputStream stream) throws IOException {
        return stream.readNBytes(MailSource.LARGEST_MAIL + 1);
    }

    private String origin() {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private Delivered deliver(byte[] bytes) throws IOException, InterruptedException {
        var clock = InstantSource.system();
        try (var store = data.openExisting(Durability.EVERY_WRITE, clock);
                var delivery =
                        new Delivery(
                                store,
                                new Filing(store, clock),
                                new Gate(),
                                new IntakeMeter(clock),
                                Intake.USUAL_KEEPING)) {
            return delivery.deliver(new Raw("parsemail", bytes, Form.DELIVERED), listId);
        }
    }

    private int tell(Delivered delivered, byte[] bytes) {
        return switch (delivered) {
            case PutOff(var reason) -> {
                output.warn(reason);
                yield TRY_LATER;
            }
            case Taken(Fate(var outcome, var reason)) ->
                    switch (outcome) {
                        case PATCH, COVER, COMMENT -> FILED;
                        case DUPLICATE -> {
                            output.warn(nameOf(bytes) + " is here already");
                            yield FILED;
                        }
                        case DROPPED, HOLDS_DIFF, OTHER_TEXT -> {
                            output.warn("Nothing added to database: " + reason);
                            yield FILED;
                        }
                        case UNKNOWN_LIST -> {
                            output.warn(
                                    "Nothing added to database: %s; the mail is kept in the quarantine"
                                            .formatted(reason));
                            yield FILED;
                        }
                        case BROKEN -> {
                            output.warn(reason + "; the mail is kept in the quarantine");
                            yield NOT_FILED;
                        }
                    };
        };
    }

    private static String nameOf(byte[] bytes) {
        return Mail.read(bytes).id().map(MessageId::stored).orElse("the mail");
    }
}
