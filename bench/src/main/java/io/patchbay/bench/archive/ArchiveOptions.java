package io.patchbay.bench.archive;

import io.patchbay.bench.measure.Corpus;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which mails a benchmark takes. */
public final class ArchiveOptions {

    @Option(
            names = "--mails",
            paramLabel = "N",
            description = "How many mails (default: ${DEFAULT-VALUE}).")
    public int mails;

    @Option(
            names = "--from",
            paramLabel = "ARCHIVE",
            description =
                    "An mbox, Maildir or folder of .eml files to multiply; may be repeated"
                            + " (default: the folder corpus).")
    List<Path> from = new ArrayList<>();

    @Option(
            names = "--lists",
            paramLabel = "N",
            description = "How many lists the mails are on (default: ${DEFAULT-VALUE}).")
    public int lists = 1;

    @Option(
            names = "--senders",
            paramLabel = "N",
            description = "How many people stand for each sender (default: ${DEFAULT-VALUE}).")
    int senders = 1;

    public ArchiveOptions() {
        this(10_000);
    }

    /**
     * @param mails how many, where nothing else is asked for
     */
    public ArchiveOptions(int mails) {
        this.mails = mails;
    }

    public Archive archive() throws IOException {
        return archive(mails);
    }

    /** Another number of the same mails. */
    public Archive archive(int mails) throws IOException {
        return Archive.of(
                from.isEmpty() ? List.of(Corpus.folder()) : from,
                new Archive.Size(mails, lists, senders));
    }
}
