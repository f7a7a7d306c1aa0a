package io.patchbay.qmp.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The material that lies beside the repository, and the launcher that is tried against it. */
final class Shared {

    static final Path LAUNCHER = Path.of("bin", "qemu-system-x86_64").toAbsolutePath();

    private Shared() {}

    /** A file of the shared material; without it, or without Python, the test is skipped. */
    static Path file(String name) {
        var file = Path.of(System.getProperty("patchbay.shared", "../../shared"), name);
        assumeTrue(Files.exists(file), "SKIPPED: there is no " + file.toAbsolutePath());
        assumeTrue(run(List.of("python3", "--version")).status() == 0, "SKIPPED: no python3");
        return file.toAbsolutePath().normalize();
    }

    /** A copy of the launcher that starts another class, one of the tests. */
    static Path launcherOf(Class<?> main, Path folder) throws IOException {
        var text =
                Files.readString(LAUNCHER)
                        .replace(Standalone.class.getName(), main.getName())
                        .replace("-cp \"$classes\"", "-cp \"$QMP_TEST_CLASSES\"")
                        .replace("here=$(", "QMP_TEST_CLASSES='%s'\nhere=$(".formatted(classPath()))
                        .replaceFirst("classes=\\$here.*", "classes=.");
        var launcher = Files.writeString(folder.resolve(LAUNCHER.getFileName()), text);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        return launcher;
    }

    private static String classPath() {
        return Path.of("target", "test-classes").toAbsolutePath()
                + ":"
                + Path.of("target", "classes").toAbsolutePath();
    }

    record Outcome(int status, String output) {}

    static Outcome run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
