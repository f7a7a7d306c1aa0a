package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script, run to its end. What it answers and what it says to people are kept apart. */
record ScriptRun(int exitCode, String output, String errors) {

    private static final long LIMIT_MINUTES = 9;

    /**
     * @param environment added to that of this process
     */
    static ScriptRun in(Path folder, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("script", ".out");
        var errors = Files.createTempFile("script", ".err");
        try {
            var builder =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running: " + List.of(words));
            }
            return new ScriptRun(
                    process.exitValue(),
                    Files.readString(output, UTF_8),
                    Files.readString(errors, UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** The last line of what it answers, which is a folder or a file. */
    Path place() {
        var lines = output.lines().toList();
        if (exitCode != 0 || lines.isEmpty()) {
            throw new IllegalStateException("no place was answered: " + this);
        }
        return Path.of(lines.getLast());
    }
}
