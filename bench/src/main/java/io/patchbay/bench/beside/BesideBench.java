package io.patchbay.bench.beside;

import io.patchbay.bench.archive.ArchiveOptions;
import io.patchbay.bench.beside.Comparison.Side;
import io.patchbay.bench.measure.BenchFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Whether this build is slower than an earlier one. */
@Command(
        name = "beside",
        description = {
            "Runs an earlier build, the same once more and this one, each on a data folder that it"
                    + " fills itself, and gives them the same work in turns: the processor time of"
                    + " each kind of request, mails included.",
            "Exit code 1 if something takes more than 1.05 times as much as before, 2 if this"
                    + " clone does not have the commit."
        },
        mixinStandardHelpOptions = true)
public final class BesideBench implements Callable<Integer> {

    private static final String INTAKE = "intake of an archive, a mail";

    @Parameters(
            paramLabel = "VERSION|COMMIT",
            arity = "0..1",
            description = "The earlier build (default: ${DEFAULT-VALUE}).")
    private String old = "0.1";

    /** Some 20,000 patches. */
    @Mixin private final ArchiveOptions options = new ArchiveOptions(34_000);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each build has its turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Rounds before those that count (default: ${DEFAULT-VALUE}).")
    private int warmUp = 2;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description =
                    "How many lists of a hundred are asked for in a round; other requests in"
                            + " proportion (default: ${DEFAULT-VALUE}).")
    private int requests = 1_000;

    @Option(
            names = "--intake",
            paramLabel = "N",
            description =
                    "How many mails 'ingest' files in a round, 0 for none (default: ${DEFAULT-VALUE}).")
    private int intake = 50_000;

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "Only requests whose line of the table holds these words.")
    private String only = "";

    private final Comparison comparison = new Comparison();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var found = Build.fromHistory(old);
        if (found.isEmpty()) {
            System.err.println("*** SKIPPED: nothing was measured, " + old + " is missing ***");
            return 2;
        }
        var work = Work.all().stream().filter(each -> each.what().contains(only)).toList();
        var builds = new EnumMap<Side, Build>(Side.class);
        builds.put(Side.OLD, found.get());
        builds.put(Side.OLD_AGAIN, found.get());
        builds.put(Side.NEW, Build.here());
        try (var folder = new BenchFolder()) {
            if (!work.isEmpty()) {
                measureRequests(work, builds, folder);
            }
            if (intake > 0 && INTAKE.contains(only)) {
                measureIntake(builds, folder);
            }
        }
        comparison.table(old).print(System.out);
        comparison.sentences(old).forEach(System.out::println);
        return comparison.lines().stream().anyMatch(Comparison.Line::isSlower) ? 1 : 0;
    }

    private void measureRequests(List<Work> kinds, Map<Side, Build> builds, BenchFolder folder)
            throws IOException, InterruptedException {
        var archive = folder.path().resolve("archive.mbox");
        options.archive().write(archive);
        var served = new EnumMap<Side, ServedBuild>(Side.class);
        try {
            for (var build : builds.entrySet()) {
                tell("%s files %,d mails", build.getValue().name(), options.mails);
                var data = folder.path().resolve(build.getKey().name());
                served.put(
                        build.getKey(),
                        ServedBuild.start(
                                build.getValue(), data, archive, options.mails, options.lists));
            }
            for (int round = 0; round < warmUp + rounds; round++) {
                tell("requests, round %d of %d", round + 1, warmUp + rounds);
                for (var work : kinds) {
                    measure(work, served, round);
                }
            }
        } finally {
            served.values().forEach(ServedBuild::close);
        }
    }

    private void measure(Work work, Map<Side, ServedBuild> served, int round)
            throws IOException, InterruptedException {
        int count = (int) Math.max(1, Math.round(work.weight() * requests));
        for (var side : Side.inTurn(round)) {
            var used = work.on(Objects.requireNonNull(served.get(side)), round * count, count);
            if (round >= warmUp) {
                comparison.add(work.what(), side, used.toNanos() / 1e3 / count);
            }
        }
    }

    private void measureIntake(Map<Side, Build> builds, BenchFolder folder)
            throws IOException, InterruptedException {
        var archive = folder.path().resolve("intake.mbox");
        options.archive(intake).write(archive);
        for (int round = 0; round < rounds; round++) {
            tell("intake of %,d mails, round %d of %d", intake, round + 1, rounds);
            for (var side : Side.inTurn(round)) {
                var used =
                        ingest(
                                Objects.requireNonNull(builds.get(side)),
                                archive,
                                folder.path().resolve("intake"));
                folder.remove("intake");
                comparison.add(INTAKE, side, used / 1e3 / intake);
            }
        }
    }

    /** Returns nanoseconds of processor time, start and end of the process included. */
    private long ingest(Build build, Path archive, Path data)
            throws IOException, InterruptedException {
        ServedBuild.addLists(build, data, options.lists);
        return build.cpuOf("ingest", archive.toString(), "--data", data.toString()).toNanos();
    }

    private static void tell(String format, Object... values) {
        System.err.println(format.formatted(values) + " …");
    }
}
