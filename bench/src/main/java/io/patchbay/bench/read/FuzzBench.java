package io.patchbay.bench.read;

import io.patchbay.bench.measure.Corpus;
import io.patchbay.bench.measure.SourceTree;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Runs Jazzer, a fuzzer that looks for inputs which reach new code. */
@Command(
        name = "fuzz",
        description =
                "Looks for mails that break the reader, guided by coverage (Jazzer); see"
                        + " docs/reliability.md. Exit code 77 and a file crash-… tell of a finding.",
        mixinStandardHelpOptions = true)
public final class FuzzBench implements Callable<Integer> {

    /** What is fed, by a name for the command line. */
    enum Target {
        MAIL(FuzzTargets.OfMail.class),
        DIFF(FuzzTargets.OfDiff.class),
        MBOX(FuzzTargets.OfMbox.class);

        private final Class<?> type;

        Target(Class<?> type) {
            this.type = type;
        }
    }

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Target target = Target.MAIL;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long (default: ${DEFAULT-VALUE}).")
    int seconds = 60;

    @Option(
            names = "--found",
            paramLabel = "FOLDER",
            description =
                    "Where interesting inputs are kept, so that the next run begins with them"
                            + " (default: ${DEFAULT-VALUE}).")
    Path found = Path.of("bench/target/fuzz");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var kept = Files.createDirectories(found.resolve(target.name().toLowerCase(Locale.ROOT)));
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx1g",
                                "-XX:+EnableDynamicAgentLoading",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                SourceTree.option(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=" + target.type.getName(),
                                "--instrumentation_includes=io.patchbay.**",
                                "-max_total_time=" + seconds,
                                // The targets themselves take offence at a second; this is for
                                // what never ends.
                                "-timeout=25",
                                "-max_len=65536",
                                "-print_final_stats=1",
                                "-artifact_prefix=" + kept + "/",
                                kept.toString(),
                                Corpus.folder().toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
