package io.patchbay.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An empty repository of the real git, whatever its user has configured. */
public final class GitRepository {

    private final Path folder;

    public GitRepository(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        git("init", "--quiet", "--initial-branch=main");
    }

    /** Tests of what git makes of our mails are skipped where there is none. */
    public static void assumeInstalled() {
        boolean found;
        try {
            found = new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            found = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assumeTrue(found, "SKIPPED: there is no git; install it to see whether our mails apply");
    }

    /** Applies the mails of an mbox. */
    public void am(byte[] mbox) throws IOException, InterruptedException {
        var file = folder.resolve(".git/mails");
        Files.write(file, mbox);
        git("am", "--quiet", file.toString());
    }

    /** What git prints; throws what it complains of. */
    public String git(String... arguments) throws IOException, InterruptedException {
        return new String(git(new byte[0], arguments), UTF_8);
    }

    /** The same, of a command that reads something. */
    public byte[] git(byte[] input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
        builder.environment().put("GIT_COMMITTER_NAME", "Committer");
        builder.environment().put("GIT_COMMITTER_EMAIL", "committer@example.org");
        var process = builder.start();
        try (var stream = process.getOutputStream()) {
            stream.write(input);
        }
        var output = process.getInputStream().readAllBytes();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + new String(output, UTF_8));
        }
        return output;
    }
}
