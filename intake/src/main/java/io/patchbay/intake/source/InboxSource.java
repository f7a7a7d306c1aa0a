package io.patchbay.intake.source;

import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Optional;

/**
 * The mails of a public-inbox folder, epoch by epoch, oldest first; those that the list withdrew
 * are left out. With marks it goes on where it stopped.
 */
public final class InboxSource implements MailSource {

    private static final Logger LOG = LoggerFactory.getLogger(InboxSource.class);

    private final ReadMarks marks;
    private final Iterator<Path> left;
    private final long size;
    private long bytesOfClosed;
    private @Nullable InboxEpoch current;

    /** One for each mail that was given out and is not kept yet. */
    private final Deque<Mark> given = new ArrayDeque<>();

    private record Mark(String place, @Nullable ObjectId reached) {}

    private InboxSource(InboxFolder folder, ReadMarks marks, long size) {
        this.marks = marks;
        this.left = folder.epochs().iterator();
        this.size = size;
    }

    public static InboxSource open(InboxFolder folder, ReadMarks marks) throws IOException {
        long size = 0;
        for (var epoch : folder.epochs()) {
            size += InboxEpoch.sizeOf(epoch);
        }
        return new InboxSource(folder, marks, size);
    }

    @Override
    public @Nullable Arrival next() throws IOException {
        while (true) {
            if (current == null && !openNext()) {
                return null;
            }
            var epoch = current;
            var arrival = epoch == null ? null : epoch.next();
            if (arrival != null && epoch != null) {
                give(new Mark(epoch.path().toString(), epoch.reached()));
                return arrival;
            }
            close();
        }
    }

    private boolean openNext() throws IOException {
        if (!left.hasNext()) {
            return false;
        }
        var epoch = InboxEpoch.open(left.next());
        current = epoch;
        var place = epoch.path().toString();
        var last = marks.at(place);
        if (!epoch.find(last.flatMap(InboxSource::commit).orElse(null))) {
            LOG.warn(
                    "{} was rewritten since it was read: commit {} is not in its history any more;"
                            + " all of it is taken, and what is here already is recognised",
                    place,
                    last.orElse(""));
        }
        return true;
    }

    private static Optional<ObjectId> commit(String position) {
        try {
            return Optional.of(ObjectId.fromString(position));
        } catch (InvalidObjectIdException e) {
            LOG.warn("'{}' is no commit to go on from; all mails are taken", position);
            return Optional.empty();
        }
    }

    private void give(Mark mark) {
        synchronized (given) {
            given.add(mark);
        }
    }

    @Override
    public void kept(int arrivals) {
        var positions = new HashMap<String, String>();
        synchronized (given) {
            for (int count = 0; count < arrivals; count++) {
                var mark = given.remove();
                if (mark.reached() != null) {
                    positions.put(mark.place(), mark.reached().name());
                }
            }
        }
        marks.put(positions);
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
    public void close() {
        if (current != null) {
            bytesOfClosed += current.bytesRead();
            current.close();
            current = null;
        }
    }
}
