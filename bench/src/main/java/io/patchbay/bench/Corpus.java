package io.patchbay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mails of our own, found from the repository's top folder or from a module's. */
final class Corpus {

    private Corpus() {}

    static Path folder() {
        for (var candidate : new String[] {"corpus", "../corpus"}) {
            var folder = Path.of(candidate);
            if (Files.exists(folder.resolve("expected.tsv"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder 'corpus' here; run this from the repository's top folder");
    }

    /** By the start of its file name, such as {@code 023}. */
    static byte[] mail(String number) {
        try (var found = Files.newDirectoryStream(folder(), number + "-*.eml")) {
            return Files.readAllBytes(found.iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read mail " + number, e);
        }
    }
}
