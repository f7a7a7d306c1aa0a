package io.patchbay.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Real mails and recorded exchanges. They are other people's and stay outside this repository, in a
 * folder {@code shared} next to it; tests are skipped, and say so, where it is missing.
 */
public final class SharedData {

    private static final Path FOLDER =
            Path.of(System.getProperty("patchbay.shared", "../../shared"));

    private SharedData() {}

    /** A file or folder; without it, the test is skipped. */
    public static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(file),
                () ->
                        "SKIPPED: %s is missing; put the shared data there or set -Dpatchbay.shared=FOLDER"
                                .formatted(file.toAbsolutePath().normalize()));
        return file;
    }

    /** What a file holds, unpacked if its name ends in {@code .gz}. */
    public static byte[] bytes(String name) {
        try {
            var file = file(name);
            if (!name.endsWith(".gz")) {
                return Files.readAllBytes(file);
            }
            try (var packed = new GZIPInputStream(Files.newInputStream(file))) {
                return packed.readAllBytes();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }

    /** The same of a text in UTF-8. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** All below a folder whose names end so, in their order. */
    public static List<Path> filesIn(String folder, String ending) {
        try (var files = Files.walk(file(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot list " + folder, broken);
        }
    }
}
