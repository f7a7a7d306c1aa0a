package io.patchbay.intake.source;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mails one after another, read while they are asked for. For one thread at a time. */
public interface MailSource extends Closeable {

    /** Larger mails are refused: more than any list carries, and little enough to hold a few. */
    int LARGEST_MAIL = 100 << 20;

    /** The next one, or null after the last. */
    @Nullable Arrival next() throws IOException;

    /** How many bytes of the source have been read, as they lie on the disk. */
    long bytesRead();

    /** How many bytes {@link #bytesRead} will have reached at the end; -1 if nobody knows. */
    long size();

    /**
     * These many more of the mails it gave are filed for good, or refused: a source that can go on
     * where it stopped remembers it. Called by another thread than the one that reads, and possibly
     * after the source is closed.
     */
    default void kept(int mails) {}

    /**
     * A mail that is known of and cannot be read now.
     *
     * @param origin where it should be
     * @param reason null if it has come since it was told of
     */
    record Absence(String origin, @Nullable String reason) {}

    /**
     * What was found absent, or has come, since this was last asked. A source that tells of an
     * absence tries the mail again when it is next opened. Called like {@link #kept}.
     */
    default List<Absence> absences() {
        return List.of();
    }

    /** All of these like {@link #open(List, ReadMarks)}, from the beginning. */
    static MailSource open(List<Path> paths) throws IOException {
        return open(paths, ReadMarks.NONE);
    }

    /** These, one after another; each is opened when it is its turn. */
    static MailSource open(List<Path> paths, ReadMarks marks) throws IOException {
        return ChainedSource.of(paths, marks);
    }

    /** All of a path, like {@link #open(Path, ReadMarks)}. */
    static MailSource open(Path path) throws IOException {
        return open(path, ReadMarks.NONE);
    }

    /**
     * An mbox or a single mail, packed or not, a Maildir, or a public-inbox folder.
     *
     * @param marks where public-inbox folders are gone on with
     */
    static MailSource open(Path path, ReadMarks marks) throws IOException {
        if (Files.isDirectory(path)) {
            var inbox = InboxFolder.at(path);
            return inbox.isPresent()
                    ? InboxSource.open(inbox.get(), marks)
                    : MaildirSource.open(path);
        }
        ChainedSource.requireExists(path);
        return of(path.toString(), Files.newInputStream(path), Files.size(path));
    }

    /**
     * An mbox or a single mail, packed or not.
     *
     * @param name how messages call it
     * @param size in bytes, -1 if nobody knows
     */
    static MailSource of(String name, InputStream stream, long size) throws IOException {
        var counted = new CountedInput(stream);
        try {
            var content = new BufferedInputStream(Compression.unpack(name, counted), 1 << 16);
            return MboxSource.beginsMbox(content)
                    ? new MboxSource(name, counted, new Lines(content), size)
                    : new SingleMailSource(name, counted, content, size);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }
}
