package io.patchbay.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./patchbay bench} can measure. */
@Command(
        name = "patchbay bench",
        description = "Measures how fast Patchbay is on this machine; see docs/performance.md.",
        mixinStandardHelpOptions = true,
        subcommands = {MailBench.class, ArchiveCommand.class})
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
