package io.patchbay.intake.source;

import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The mails of a public-inbox folder, epoch by epoch, oldest first; those that the list withdrew
 * are left out. With marks it goes on where it stopped, and tries the mails again whose objects
 * were missing or damaged: partial clones and tired disks lose some.
 */
public final class InboxSource implements MailSource {

    private static final Logger LOG = LoggerFactory.getLogger(InboxSource.class);

    /** Behind the place of an epoch: its commits of which something was missing. */
    private static final String MISSING = " missing";

    private final ReadMarks marks;
    private final Iterator<InboxFolder.Epoch> left;
    private final long size;
    private long bytesOfClosed;
    private @Nullable InboxEpoch current;

    /** One for each mail that was given out and is not kept yet. */
    private final Deque<Mark> given = new ArrayDeque<>();

    private final List<Absence> absences = new ArrayList<>();
    private boolean lacksSome;

    private record Mark(String place, @Nullable ObjectId reached, String missing) {}

    private InboxSource(InboxFolder folder, ReadMarks marks, long size) {
        this.marks = marks;
        this.left = folder.epochs().iterator();
        this.size = size;
    }

    public static InboxSource open(InboxFolder folder, ReadMarks marks) throws IOException {
        long size = 0;
        for (var epoch : folder.epochs()) {
            size += InboxEpoch.sizeOf(epoch.path());
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
                give(
                        new Mark(epoch.place(), epoch.reached(), String.join(" ", epoch.missing())),
                        epoch.absence());
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
        var place = epoch.place();
        var last = marks.at(place);
        var missing = marks.find(place + MISSING).orElse("");
        var commits = missing.isEmpty() ? List.<String>of() : List.of(missing.split(" "));
        if (!epoch.find(last.flatMap(InboxSource::commit).orElse(null), commits)) {
            LOG.warn(
                    "{} was rewritten since it was read: commit {} is not in its history any more;"
                            + " what it does not share with the history before is taken, and what"
                            + " is here already is recognised",
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

    private void give(Mark mark, @Nullable Absence absence) {
        synchronized (given) {
            given.add(mark);
            if (absence != null) {
                absences.add(absence);
            }
        }
    }

    @Override
    public List<Absence> absences() {
        synchronized (given) {
            var told = List.copyOf(absences);
            absences.clear();
            return told;
        }
    }

    /** Whether a mail of an epoch that was read to its end is missing. */
    public boolean lacksSome() {
        return lacksSome;
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
                positions.put(mark.place() + MISSING, mark.missing());
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
            lacksSome |= !current.missing().isEmpty();
            current.close();
            current = null;
        }
    }
}
