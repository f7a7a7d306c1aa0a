package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program, run once like a person would, in a process of its own. */
record ProgramRun(int exitCode, String output) {

    private static final long LIMIT_SECONDS = 60;

    /** Runs a verb to its end; more than a minute is a failure. */
    static ProgramRun of(String... arguments) throws IOException, InterruptedException {
        var command = command(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after a minute: " + command);
        }
        return new ProgramRun(process.exitValue(), output);
    }

    /** How the program is started with these arguments. */
    static List<String> command(String... arguments) {
        return command(List.of(), arguments);
    }

    /**
     * @param java options of the Java machine
     */
    static List<String> command(List<String> java, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("io.patchbay.cli.Main");
        command.addAll(List.of(arguments));
        return command;
    }
}
