package io.patchbay.intake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Several sources as one. */
final class ChainedSource implements MailSource {

    private final Iterator<Path> left;
    private final long size;
    private long bytesOfClosed;
    private @Nullable MailSource current;

    private ChainedSource(List<Path> paths, long size) {
        this.left = paths.iterator();
        this.size = size;
    }

    /** Looks at all of them first, so that a wrong name is told before anything is taken. */
    static ChainedSource of(List<Path> paths) throws IOException {
        long size = 0;
        for (var path : paths) {
            requireExists(path);
            if (Files.isDirectory(path)) {
                try (var folder = MaildirSource.open(path)) {
                    size += folder.size();
                }
            } else {
                size += Files.size(path);
            }
        }
        return new ChainedSource(List.copyOf(paths), size);
    }

    static void requireExists(Path path) throws NoSuchFileException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(
                    path.toString(), null, "no such file; expected an mbox, a Maildir or a mail");
        }
    }

    @Override
    public @Nullable Arrival next() throws IOException {
        while (true) {
            if (current == null) {
                if (!left.hasNext()) {
                    return null;
                }
                current = MailSource.open(left.next());
            }
            var next = current.next();
            if (next != null) {
                return next;
            }
            close();
        }
    }

    @Override
    public long bytesRead() {
        return bytesOfClosed + (current == null ? 0 : current.bytesRead());
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            bytesOfClosed += current.bytesRead();
            current.close();
            current = null;
        }
    }
}
