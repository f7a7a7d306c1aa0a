package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder in which the real git is run, without the settings of whoever runs the tests. */
public record GitFolder(Path folder) {

    /** Skips the test where there is no git. */
    public static void require() {
        assumeTrue(hasGit(), "SKIPPED: there is no git; install it to compare with what it says");
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** What it prints; it must succeed. */
    public String git(String... words) throws IOException, InterruptedException {
        var run = run(words);
        assertThat(run.exitValue).as(run.out).isZero();
        return run.out;
    }

    /** What {@code git diff --no-index} prints, which ends with 1 where it finds something. */
    public String diff(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("diff", "--no-index"));
        all.addAll(List.of(words));
        var run = run(all.toArray(String[]::new));
        assertThat(run.exitValue).as(run.out).isBetween(0, 1);
        return run.out;
    }

    private record Run(int exitValue, String out) {}

    private Run run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
        command.addAll(List.of(words));
        var out = folder.resolveSibling(folder.getFileName() + ".out");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        var environment = builder.environment();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        for (var who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "A U Thor");
            environment.put("GIT_" + who + "_EMAIL", "author@example.com");
        }
        var process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("git ends").isTrue();
        var said = Files.readString(out, UTF_8);
        Files.delete(out);
        return new Run(process.exitValue(), said);
    }
}
