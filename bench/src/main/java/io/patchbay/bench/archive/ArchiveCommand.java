package io.patchbay.bench.archive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Makes a big archive. */
@Command(
        name = "archive",
        description = "Makes an mbox of any size from small archives, all ids different.",
        mixinStandardHelpOptions = true)
public final class ArchiveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where the mbox is written.")
    Path file = Path.of("archive.mbox");

    @Mixin ArchiveOptions options = new ArchiveOptions();

    @Override
    public Integer call() throws IOException {
        options.archive().write(file);
        System.out.printf("%,d mails, %,d MB in %s%n", options.mails, Files.size(file) >> 20, file);
        return 0;
    }
}
