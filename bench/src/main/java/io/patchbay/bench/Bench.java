package io.patchbay.bench;

import io.patchbay.bench.archive.ArchiveCommand;
import io.patchbay.bench.archive.StoreCommand;
import io.patchbay.bench.beside.BesideBench;
import io.patchbay.bench.count.CountBench;
import io.patchbay.bench.intake.GrowthBench;
import io.patchbay.bench.intake.IntakeBench;
import io.patchbay.bench.intake.LmtpBench;
import io.patchbay.bench.pages.HttpBench;
import io.patchbay.bench.qmp.QmpBench;
import io.patchbay.bench.read.FuzzBench;
import io.patchbay.bench.read.MailBench;
import io.patchbay.bench.read.MutateBench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.logging.LogManager;

/** What {@code ./patchbay bench} can measure. */
@Command(
        name = "patchbay bench",
        description = "Measures how fast Patchbay is on this machine; see docs/performance.md.",
        mixinStandardHelpOptions = true,
        subcommands = {
            IntakeBench.class,
            GrowthBench.class,
            HttpBench.class,
            QmpBench.class,
            LmtpBench.class,
            BesideBench.class,
            MailBench.class,
            CountBench.class,
            MutateBench.class,
            FuzzBench.class,
            ArchiveCommand.class,
            StoreCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        try (var configuration = Bench.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        }
        System.exit(
                new CommandLine(new Bench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments));
    }
}
