package io.patchbay.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mails of our own. */
public final class Corpus {

    private Corpus() {}

    public static Path folder() {
        return SourceTree.file("corpus");
    }

    /** By the start of its file name, such as {@code 023}. */
    public static byte[] mail(String number) {
        try (var found = Files.newDirectoryStream(folder(), number + "-*.eml")) {
            return Files.readAllBytes(found.iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read mail " + number, e);
        }
    }
}
