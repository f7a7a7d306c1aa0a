package io.patchbay.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real mail and recorded exchanges that lie beside the repository and are no part of it. A test
 * that needs them is skipped, and says so, where they are absent.
 */
final class SharedData {

    private static final Path FOLDER =
            Path.of(System.getProperty("patchbay.shared", "../../shared"));

    private SharedData() {}

    static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(file),
                () ->
                        "SKIPPED: '%s' is missing; set the system property patchbay.shared to the folder of shared data"
                                .formatted(file.toAbsolutePath().normalize()));
        return file;
    }
}
