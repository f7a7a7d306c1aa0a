package io.patchbay.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for what is measured, empty at first and gone when closed. */
public final class BenchFolder implements AutoCloseable {

    private final Path path;

    public BenchFolder() throws IOException {
        path = Files.createTempDirectory("patchbay-bench");
    }

    public Path path() {
        return path;
    }

    /** Removes a folder below this one, if it is there. */
    public void remove(String name) throws IOException {
        if (Files.exists(path.resolve(name))) {
            delete(path.resolve(name));
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
