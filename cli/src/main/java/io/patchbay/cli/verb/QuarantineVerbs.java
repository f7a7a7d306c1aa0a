package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.intake.Quarantine;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.mails.KeptMail.Outcome;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code quarantine}: mails that could not be filed. */
@Command(
        name = "quarantine",
        description = "Lists, shows, files again and drops mails that could not be filed.",
        synopsisSubcommandLabel = "VERB",
        mixinStandardHelpOptions = true,
        subcommands = {
            QuarantineVerbs.ListMails.class,
            QuarantineVerbs.Show.class,
            QuarantineVerbs.Retry.class,
            QuarantineVerbs.Drop.class
        })
public final class QuarantineVerbs extends VerbGroup {

    /** What all of them have. */
    private abstract static class Verb implements Callable<Integer> {

        @Mixin final DataOptions data = new DataOptions();
        @Mixin final Output output = new Output();

        @Override
        public final Integer call() throws IOException {
            var clock = InstantSource.system();
            try (var store = data.openExisting(Durability.EVERY_WRITE, clock)) {
                return work(new Quarantine(store, new Filing(store, clock)));
            }
        }

        /** Returns the exit code. */
        abstract int work(Quarantine quarantine) throws IOException;

        static KeptMail find(Quarantine quarantine, long id) {
            return quarantine.find(id).orElseThrow(() -> unknown(id));
        }

        static Refusal unknown(long id) {
            return new Refusal(
                    "there is no mail %d; 'quarantine list --all' tells those that there are"
                            .formatted(id));
        }
    }

    /** {@code quarantine list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Tells which mails could not be filed: id, time, outcome, reason, subject.")
    static final class ListMails extends Verb {

        @Option(
                names = "--all",
                description = "also those that were filed or dropped, and are kept for a while")
        private boolean all;

        @Override
        int work(Quarantine quarantine) {
            for (var mail : all ? quarantine.listAllKept() : quarantine.list()) {
                output.say(
                        "%d\t%s\t%s\t%s\t%s"
                                .formatted(
                                        mail.id(),
                                        mail.received().truncatedTo(ChronoUnit.SECONDS),
                                        word(mail.outcome()),
                                        inOneLine(mail.reason()),
                                        inOneLine(mail.subject())));
            }
            return 0;
        }

        private static String inOneLine(@Nullable String text) {
            return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
        }
    }

    /** {@code quarantine show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Tells what is known of a mail, and prints it.")
    static final class Show extends Verb {

        @Parameters(paramLabel = "ID", description = "as 'quarantine list' tells it")
        private long id;

        @Option(names = "--raw", description = "prints nothing but the mail, byte for byte")
        private boolean raw;

        @Override
        int work(Quarantine quarantine) throws IOException {
            var mail = find(quarantine, id);
            var bytes = quarantine.bytes(id).orElseThrow(() -> unknown(id));
            if (raw) {
                System.out.write(bytes);
                System.out.flush();
                return 0;
            }
            output.say("Received: " + mail.received());
            output.say("Origin: " + mail.origin());
            if (mail.listId() != null) {
                output.say("Filed under: " + mail.listId());
            }
            output.say("Outcome: " + word(mail.outcome()));
            if (mail.reason() != null) {
                output.say("Reason: " + mail.reason());
            }
            output.say("Attempts: " + mail.attempts());
            output.say("");
            output.say(new String(bytes, StandardCharsets.UTF_8));
            return 0;
        }
    }

    /** {@code quarantine retry}. */
    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Files mails again, as if they came now: after the project of their list was added,"
                        + " or with a newer program.",
                "Ends with 1 if any of them could not be filed."
            })
    static final class Retry extends Verb {

        @Parameters(
                paramLabel = "ID",
                arity = "0..*",
                description = "as 'quarantine list' tells them, or 'quarantine list --all'")
        private List<Long> ids = List.of();

        @Option(names = "--all", description = "all of the quarantine")
        private boolean all;

        @Override
        int work(Quarantine quarantine) {
            if (all == !ids.isEmpty()) {
                throw new Refusal("expected ids of mails, or --all");
            }
            ids.forEach(id -> find(quarantine, id));
            boolean allFiled = true;
            for (long id : all ? quarantine.list().stream().map(KeptMail::id).toList() : ids) {
                var fate = quarantine.retry(id).orElseThrow(() -> unknown(id));
                output.say("%d\t%s".formatted(id, fate.told()));
                allFiled &= !fate.outcome().isQuarantined();
            }
            return allFiled ? 0 : 1;
        }
    }

    /** {@code quarantine drop}. */
    @Command(
            name = "drop",
            mixinStandardHelpOptions = true,
            description = "Removes mails for good.")
    static final class Drop extends Verb {

        @Parameters(
                paramLabel = "ID",
                arity = "1..*",
                description = "as 'quarantine list' tells them")
        private List<Long> ids = List.of();

        @Override
        int work(Quarantine quarantine) {
            ids.forEach(id -> find(quarantine, id));
            ids.forEach(quarantine::drop);
            return 0;
        }
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
