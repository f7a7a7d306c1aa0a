package io.patchbay.server;

import io.patchbay.intake.MailSource;
import io.patchbay.patches.Store;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code ingest}: archives and single mails (mail-ingest §1). */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Files the mails of archives under the projects whose lists they came from. A server may"
                    + " run on the same data meanwhile.",
            "What is here already is left out, so an archive may be ingested again."
        })
final class Ingest implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin private final Archives archives = new Archives();

    @Option(
            names = "--from-start",
            description =
                    "takes all of a public-inbox folder, not only what came since it was taken last")
    private boolean fromStart;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "mbox or single mail (plain, gzip, xz or zstd), Maildir or public-inbox folder; - is standard input")
    private List<String> paths = List.of();

    @Override
    public Integer call() throws IOException {
        boolean fromInput = paths.contains(STANDARD_INPUT);
        if (fromInput && paths.size() > 1) {
            throw new Refusal("'-' is standard input and cannot stand beside other paths");
        }
        archives.file(store -> {
            checkListId(store);
            return fromInput
                    ? MailSource.of("standard input", System.in, -1)
                    : archives.open(paths.stream().map(Path::of).toList(), store, fromStart);
        });
        return 0;
    }

    private void checkListId(Store store) {
        var known = store.read(reading -> reading.projects().all());
        archives.listId()
                .filter(id -> known.stream().noneMatch(project -> project.listId().equals(id)))
                .ifPresent(id -> {
                    throw new Refusal(
                            "no project has the list id '%s'; there are: %s"
                                    .formatted(
                                            id,
                                            known.stream()
                                                    .map(project -> project.listId())
                                                    .collect(Collectors.joining(", "))));
                });
    }
}
