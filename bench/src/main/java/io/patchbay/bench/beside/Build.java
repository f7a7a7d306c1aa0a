package io.patchbay.bench.beside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.bench.measure.ServerProcess;
import io.patchbay.bench.measure.SourceTree;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A build that is run by its own script, with the options of the JVM that it gives.
 *
 * @param script {@code patchbay} in the source folder or in that of a release
 */
record Build(String name, Path script) {

    private static final int NOT_IN_THIS_CLONE = 2;
    private static final long LONGEST_MINUTES = 15;

    // What the shell waited for, with thousandths of a second; /proc forgets a process that ended.
    private static final String TIMED = "TIMEFORMAT='%3U %3S'; time \"$@\" >\"$0\" 2>&1";

    /** That of the source folder. */
    static Build here() {
        return new Build("here", SourceTree.file("patchbay").toAbsolutePath());
    }

    /**
     * Built if it is not yet, which takes a minute or two.
     *
     * @param wanted a version or commit
     * @return nothing if this clone does not have it, which was said then
     */
    static Optional<Build> fromHistory(String wanted) throws IOException, InterruptedException {
        return here().release(wanted);
    }

    Optional<Build> release(String wanted) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(script.toString(), "release", "--at", wanted)
                        .redirectError(Redirect.INHERIT)
                        .start();
        var folder = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        int exit = process.waitFor();
        if (exit == NOT_IN_THIS_CLONE) {
            return Optional.empty();
        }
        if (exit != 0) {
            throw new IOException(
                    "'./patchbay release --at %s' ended with %d; it said why above"
                            .formatted(wanted, exit));
        }
        return Optional.of(new Build(wanted, Path.of(folder, "patchbay")));
    }

    ServerProcess serve(Path data) throws IOException {
        return ServerProcess.start(List.of(script.toString()), data);
    }

    /** Runs a verb to its end and returns what it prints to standard output. */
    String run(String... words) throws IOException, InterruptedException {
        var errors = Files.createTempFile("patchbay-bench", ".log");
        try {
            var process = new ProcessBuilder(command(words)).redirectError(errors.toFile()).start();
            var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            expectSuccess(process, words, errors);
            return printed.strip();
        } finally {
            Files.delete(errors);
        }
    }

    /** Runs a verb to its end and returns how much processor time that took, in all threads. */
    Duration cpuOf(String... words) throws IOException, InterruptedException {
        var output = Files.createTempFile("patchbay-bench", ".log");
        try {
            var command = new ArrayList<>(List.of("bash", "-c", TIMED, output.toString()));
            command.addAll(command(words));
            var builder = new ProcessBuilder(command);
            builder.environment().put("LC_ALL", "C");
            var process = builder.redirectErrorStream(true).start();
            var atExit = new Thread(() -> endAll(process));
            Runtime.getRuntime().addShutdownHook(atExit);
            try {
                var times = new String(process.getInputStream().readAllBytes(), UTF_8);
                expectSuccess(process, words, output);
                return seconds(times);
            } finally {
                endAll(process);
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        } finally {
            Files.delete(output);
        }
    }

    private List<String> command(String... words) {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private void expectSuccess(Process process, String[] words, Path said)
            throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            endAll(process);
        }
        if (process.waitFor() != 0) {
            throw new IOException(
                    "'%s %s' ended with %d and said:%n%s"
                            .formatted(
                                    script,
                                    String.join(" ", words),
                                    process.exitValue(),
                                    Files.readString(said)));
        }
    }

    private static void endAll(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Of user and system time, such as {@code 12.345 0.678}. */
    static Duration seconds(String times) {
        var sum = Duration.ZERO;
        for (var time : times.strip().split(" ")) {
            sum = sum.plusMillis(Long.parseLong(time.replace(".", "")));
        }
        return sum;
    }
}
