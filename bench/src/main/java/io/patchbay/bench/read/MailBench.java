package io.patchbay.bench.read;

import io.patchbay.bench.measure.SourceTree;
import io.patchbay.bench.measure.Table;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Runs {@link MailBenchmark}. */
@Command(
        name = "mail",
        description = "What reading one mail costs: headers, body, diff hash (JMH).",
        mixinStandardHelpOptions = true)
public final class MailBench implements Callable<Integer> {

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    int seconds = 5;

    @Override
    public Integer call() throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(MailBenchmark.class.getName())
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgsAppend(
                                "-XX:+UseSerialGC",
                                "--sun-misc-unsafe-memory-access=allow",
                                SourceTree.option())
                        .verbosity(VerboseMode.SILENT)
                        .build();
        var table = new Table("mail", "step", "µs", "± (99.9 %)");
        for (var result : new Runner(options).run()) {
            table.row(
                    result.getParams().getParam("kind"),
                    step(result),
                    Table.number(result.getPrimaryResult().getScore()),
                    Table.number(result.getPrimaryResult().getScoreError()));
        }
        table.print(System.out);
        return 0;
    }

    private static String step(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
