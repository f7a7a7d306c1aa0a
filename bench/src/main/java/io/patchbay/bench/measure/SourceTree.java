package io.patchbay.bench.measure;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with all modules, of which benchmarks need the mails and the packaged server. */
public final class SourceTree {

    private static final String PROPERTY = "patchbay.home";

    private SourceTree() {}

    /** From where {@code ./patchbay} lies; without it, from here or from a module's folder. */
    public static Path file(String name) {
        var home = System.getProperty(PROPERTY);
        if (home == null) {
            home = Files.exists(Path.of("corpus")) ? "." : "..";
        }
        var file = Path.of(home, name);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "%s is missing; './patchbay build' makes what is built, -D%s=FOLDER names another source folder"
                            .formatted(file, PROPERTY));
        }
        return file;
    }

    /** What a JVM that this one starts needs to find the same. */
    public static String option() {
        return "-D%s=%s".formatted(PROPERTY, System.getProperty(PROPERTY, "."));
    }
}
