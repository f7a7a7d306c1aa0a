package io.patchbay.intake.source;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/** Several sources as one. */
final class ChainedSource implements MailSource {

    private final Iterator<Path> left;
    private final ReadMarks marks;
    private final long size;

    /** Who gave the mails that are not kept yet. */
    private final Deque<MailSource> givers = new ArrayDeque<>();

    private long bytesOfClosed;
    private @Nullable MailSource current;

    private ChainedSource(List<Path> paths, ReadMarks marks, long size) {
        this.left = paths.iterator();
        this.marks = marks;
        this.size = size;
    }

    /** Looks at all of them first, so that a wrong name is told before anything is taken. */
    static ChainedSource of(List<Path> paths, ReadMarks marks) throws IOException {
        long size = 0;
        for (var path : paths) {
            requireExists(path);
            if (Files.isDirectory(path)) {
                try (var folder = MailSource.open(path)) {
                    size += folder.size();
                }
            } else {
                size += Files.size(path);
            }
        }
        return new ChainedSource(List.copyOf(paths), marks, size);
    }

    static void requireExists(Path path) throws NoSuchFileException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(
                    path.toString(),
                    null,
                    "no such file; expected an mbox, a Maildir, a public-inbox folder or a mail");
        }
    }

    @Override
    public @Nullable Arrival next() throws IOException {
        while (true) {
            if (current == null) {
                if (!left.hasNext()) {
                    return null;
                }
                current = MailSource.open(left.next(), marks);
            }
            var next = current.next();
            if (next != null) {
                synchronized (givers) {
                    givers.add(current);
                }
                return next;
            }
            close();
        }
    }

    @Override
    public void kept(int mails) {
        var counts = new LinkedHashMap<MailSource, Integer>();
        synchronized (givers) {
            for (int count = 0; count < mails; count++) {
                counts.merge(givers.remove(), 1, Integer::sum);
            }
        }
        counts.forEach(MailSource::kept);
    }

    @Override
    public List<Absence> absences() {
        synchronized (givers) {
            return givers.stream().distinct().flatMap(giver -> giver.absences().stream()).toList();
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
