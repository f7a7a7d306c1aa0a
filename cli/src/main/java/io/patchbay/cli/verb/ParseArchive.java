package io.patchbay.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code parsearchive}: {@code ingest} as scripts for Patchwork call it (mail-ingest §1). */
@Command(
        name = "parsearchive",
        mixinStandardHelpOptions = true,
        description =
                "Files the mails of one archive, like 'ingest'; for scripts that were written for"
                        + " Patchwork.")
public final class ParseArchive implements Callable<Integer> {

    @Mixin private final Archives archives = new Archives();

    @Parameters(
            paramLabel = "PATH",
            description = "mbox (plain, gzip, xz or zstd), Maildir or public-inbox folder")
    private Path path = Path.of("");

    @Override
    public Integer call() throws IOException {
        archives.file(List.of(path), false);
        return 0;
    }
}
