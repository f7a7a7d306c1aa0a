package io.patchbay.intake.source;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mails of a Maildir, new and seen, by the time of delivery that begins their names. */
final class MaildirSource implements MailSource {

    private static final Comparator<Path> BY_DELIVERY =
            Comparator.<Path>comparingInt(file -> leadingDigits(nameOf(file)))
                    .thenComparing(MaildirSource::nameOf);

    private final List<Path> files;
    private final long size;
    private int taken;
    private long bytesRead;

    private MaildirSource(List<Path> files, long size) {
        this.files = files;
        this.size = size;
    }

    static MaildirSource open(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        long size = 0;
        boolean isMaildir = false;
        for (var half : List.of(folder.resolve("new"), folder.resolve("cur"))) {
            if (!Files.isDirectory(half)) {
                continue;
            }
            isMaildir = true;
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(half)) {
                for (var file : entries) {
                    if (!nameOf(file).startsWith(".") && Files.isRegularFile(file)) {
                        files.add(file);
                        size += Files.size(file);
                    }
                }
            }
        }
        if (!isMaildir) {
            throw new NotDirectoryException(
                    folder
                            + ": expected a Maildir or a public-inbox folder, but there is neither"
                            + " 'new' or 'cur' nor 'git/0.git' in it");
        }
        files.sort(BY_DELIVERY);
        return new MaildirSource(files, size);
    }

    @Override
    public @Nullable Arrival next() throws IOException {
        if (taken == files.size()) {
            return null;
        }
        var file = files.get(taken++);
        var origin = file.toString();
        try {
            long length = Files.size(file);
            if (length > LARGEST_MAIL) {
                return MboxSource.tooLarge(origin, length);
            }
            var bytes = Files.readAllBytes(file);
            bytesRead += bytes.length;
            return new Raw(origin, bytes, Form.ARCHIVED);
        } catch (NoSuchFileException e) {
            return new Refused(origin, "it went away while the folder was read; run this again");
        }
    }

    /** Numbers of more digits are later; names are compared as text otherwise. */
    private static int leadingDigits(String name) {
        int digits = 0;
        while (digits < name.length() && Character.isDigit(name.charAt(digits))) {
            digits++;
        }
        return digits;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() {}
}
