package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The home folder of somebody who runs clients, in it an empty git repository to work in. */
final class ClientHome {

    private static final long LIMIT_SECONDS = 60;

    private final Path home;
    private final Path work;
    private final Map<String, String> environment = new HashMap<>();

    ClientHome(Path home) throws IOException, InterruptedException {
        this.home = Files.createDirectories(home);
        this.work = Files.createDirectories(home.resolve("work"));
        write(
                ".gitconfig",
                """
                [user]
                    name = Ann
                    email = ann@example.org
                """);
        run("git", "init", "--quiet", "--initial-branch=main");
    }

    /** The program of this name on the search path, or null. */
    static @Nullable Path program(String name) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var program = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return program;
            }
        }
        return null;
    }

    /** Writes a file of settings anew. */
    void write(String name, String content) throws IOException {
        Files.writeString(home.resolve(name), content);
    }

    /** Adds to a file of settings. */
    void add(String name, String content) throws IOException {
        write(name, Files.readString(home.resolve(name)) + content);
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** A file that a client left in the repository. */
    Path file(String name) {
        return work.resolve(name);
    }

    /** What a command prints; a failure or more than a minute fails the test. */
    String run(String... words) throws IOException, InterruptedException {
        return run(true, words);
    }

    /** What a command prints that has to fail. */
    String fail(String... words) throws IOException, InterruptedException {
        return run(false, words);
    }

    private String run(boolean succeeds, String... words) throws IOException, InterruptedException {
        var output = Files.createTempFile("client", ".out");
        try {
            var process = builder(List.of(words)).redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            var printed = new String(Files.readAllBytes(output), UTF_8);
            assertThat(ended).as("ended: %s: %s", List.of(words), printed).isTrue();
            assertThat(process.exitValue() == 0)
                    .as("%s: %s", List.of(words), printed)
                    .isEqualTo(succeeds);
            return printed;
        } finally {
            Files.delete(output);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(work.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().remove("http_proxy");
        builder.environment().putAll(environment);
        return builder;
    }
}
