package io.patchbay.cli.verb;

import io.patchbay.server.Refusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code ingest}: archives and single mails (mail-ingest §1). */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Files the mails of archives under the projects whose lists they came from. A server may"
                    + " run on the same data meanwhile.",
            "What is here already is left out, so an archive may be ingested again."
        })
public final class Ingest implements Callable<Integer> {

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
        if (fromInput) {
            archives.fileStandardInput();
        } else {
            archives.file(paths.stream().map(Path::of).toList(), fromStart);
        }
        return 0;
    }
}
