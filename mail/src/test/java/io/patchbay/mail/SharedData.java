package io.patchbay.mail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Real mails and what the real Patchwork made of them. They are other people's mail and stay
 * outside this repository, in a folder {@code shared} next to it; tests are skipped where it is
 * missing.
 */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        var file = folder().resolve(name);
        assumeTrue(
                Files.exists(file),
                () ->
                        "SKIPPED: %s is missing; put the real mails there or set -Dpatchbay.shared=FOLDER"
                                .formatted(file.toAbsolutePath().normalize()));
        return file;
    }

    static byte[] bytes(String name) {
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

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static JsonValue json(String name) {
        return JsonValue.parse(text(name));
    }

    static List<JsonValue> jsonLines(String name) {
        return text(name).lines().map(JsonValue::parse).toList();
    }

    static List<Path> filesIn(String folder, String ending) {
        try (var files = Files.walk(file(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot list " + folder, broken);
        }
    }

    private static Path folder() {
        @Nullable String set = System.getProperty("patchbay.shared");
        return set != null ? Path.of(set) : Path.of("..", "..", "shared");
    }
}
