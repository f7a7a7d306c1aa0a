package io.patchbay.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Material that is not ours to publish, beside the repository where it is at hand. */
final class Shared {

    private Shared() {}

    /** Skips the test, and says so, where the material is absent. */
    static Path path(String below) {
        var folder = Path.of(System.getProperty("patchbay.shared", "../../shared"));
        var path = folder.resolve(below);
        assumeTrue(
                Files.exists(path),
                "SKIPPED: %s is missing; set -Dpatchbay.shared to the folder that has it"
                        .formatted(path.toAbsolutePath().normalize()));
        return path;
    }
}
