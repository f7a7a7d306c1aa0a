package io.patchbay.bench.count;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.InboxFolder;
import io.patchbay.intake.source.MailSource;
import io.patchbay.intake.source.NewestMails;
import io.patchbay.mail.text.UnreadableMail;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Counts what docs/measured/mail.md tells. */
@Command(
        name = "count",
        description = {
            "What the mails of archives are like: the tables of docs/measured/mail.md, a column an"
                    + " archive. No text of a mail is shown.",
            "An archive is an mbox (plain, gzip, xz or zstd), a Maildir, a folder or repository of"
                    + " public-inbox; NAME=PATH calls it by that name."
        },
        mixinStandardHelpOptions = true)
public final class CountBench implements Callable<Integer> {

    @Parameters(paramLabel = "[NAME=]ARCHIVE", arity = "1..*", description = "what is counted")
    List<String> archives = List.of();

    @Option(
            names = "--newest",
            paramLabel = "N",
            description = "only the newest N mails of each repository of public-inbox")
    @Nullable Integer newest;

    @Override
    public Integer call() throws IOException {
        var tally = new Tally();
        for (var archive : archives) {
            int equals = archive.indexOf('=');
            var path = Path.of(archive.substring(equals + 1));
            tally.begin(equals > 0 ? archive.substring(0, equals) : path.getFileName().toString());
            count(path, tally);
        }
        tally.print(System.out);
        return 0;
    }

    private void count(Path path, Tally tally) throws IOException {
        var counters =
                List.of(
                        new MailCounts(),
                        new SenderCounts(),
                        new TextCounts(),
                        new DiffCounts(),
                        new SubjectCounts(),
                        new TrailerCounts());
        var inbox = newest == null ? null : InboxFolder.at(path).orElse(null);
        if (newest != null && inbox != null) {
            for (var raw : NewestMails.read(inbox, newest)) {
                count(raw, counters, tally);
            }
        } else {
            try (var source = MailSource.open(path)) {
                for (var next = source.next(); next != null; next = source.next()) {
                    count(next, counters, tally);
                }
            }
        }
        counters.forEach(counter -> counter.end(tally));
    }

    private static void count(Arrival arrival, List<? extends Counter> counters, Tally tally) {
        switch (arrival) {
            case Arrival.Raw raw -> {
                CountedMail mail;
                try {
                    mail = new CountedMail(raw);
                } catch (UnreadableMail e) {
                    tally.count("mails", "mails that cannot be read");
                    return;
                }
                counters.forEach(counter -> counter.count(mail, tally));
            }
            case Arrival.Refused _ -> tally.count("mails", "mails that cannot be read");
        }
    }
}
