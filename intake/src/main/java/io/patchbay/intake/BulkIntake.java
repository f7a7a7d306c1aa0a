package io.patchbay.intake;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;
import io.patchbay.intake.source.MailSource;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.StoreUnavailable;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.filing.PreparedMail;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Files all that a source holds. One thread splits it, all processors read the mails, and the
 * calling thread files them in their order, many in one transaction.
 */
public final class BulkIntake {

    // What is in hand outlives a collection of the young heap and is copied by it: more of it makes
    // intake slower, not faster (docs/performance.md).
    private static final int LARGEST_BATCH = 400;
    private static final int READ_AHEAD = 2 * LARGEST_BATCH;
    private static final int KILOBYTES_IN_HAND = 32 << 10;

    private static final int MOST_FAILURES_IN_A_ROW = 3;

    /** Steps of the upkeep, some milliseconds each. */
    private static final int REPACKED_AT_ONCE = 40;

    // Long enough for a batch to fill from a file, short enough for mails that trickle in.
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Filing filing;
    private final IntakeWatcher watcher;
    private final @Nullable Quarantine quarantine;
    private final List<Quarantine.Unfiled> unfiled = new ArrayList<>();

    public BulkIntake(Filing filing, IntakeWatcher watcher) {
        this(filing, watcher, null);
    }

    /** Puts the mails that cannot be filed into the quarantine, if there is one. */
    public BulkIntake(Filing filing, IntakeWatcher watcher, @Nullable Quarantine quarantine) {
        this.filing = filing;
        this.watcher = watcher;
        this.quarantine = quarantine;
    }

    /** A mail on its way through, after it was read. */
    private sealed interface Prepared {

        int kilobytes();

        long bytesRead();

        record Readable(Raw raw, PreparedMail mail, int kilobytes, long bytesRead)
                implements Prepared {}

        record Unreadable(Arrival arrival, String reason, int kilobytes, long bytesRead)
                implements Prepared {}

        /** Nothing more comes; the failure is why, where that is not the end of the source. */
        record End(long bytesRead, @Nullable Exception failure) implements Prepared {

            @Override
            public int kilobytes() {
                return 0;
            }
        }
    }

    /**
     * Returns when everything is kept. A mail that cannot be read or filed is reported and counted
     * and does not stop the others; only a broken source or store does.
     */
    public Outcomes take(MailSource source) throws IOException {
        var inHand = new Semaphore(KILOBYTES_IN_HAND);
        var conveyor = new ArrayBlockingQueue<Future<Prepared>>(READ_AHEAD);
        var readers =
                Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("mail-reader-", 1).factory());
        var splitter =
                Thread.ofPlatform()
                        .daemon()
                        .name("mail-splitter")
                        .start(() -> split(source, readers, conveyor, inHand));
        try {
            return fileAll(source, conveyor, inHand);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while mails were filed; run this again", e);
        } finally {
            splitter.interrupt();
            readers.shutdownNow();
        }
    }

    private void split(
            MailSource source,
            ExecutorService readers,
            BlockingQueue<Future<Prepared>> conveyor,
            Semaphore inHand) {
        try {
            Exception failure = null;
            try {
                for (var next = source.next(); next != null; next = source.next()) {
                    var arrival = next;
                    int kilobytes = kilobytesOf(arrival);
                    long bytesRead = source.bytesRead();
                    inHand.acquire(kilobytes);
                    conveyor.put(readers.submit(() -> prepare(arrival, kilobytes, bytesRead)));
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            conveyor.put(
                    CompletableFuture.completedFuture(
                            new Prepared.End(source.bytesRead(), failure)));
        } catch (InterruptedException e) {
            // The filing side has given up and tells why.
            Thread.currentThread().interrupt();
        }
    }

    private static int kilobytesOf(Arrival arrival) {
        return switch (arrival) {
            case Raw raw -> Math.min(KILOBYTES_IN_HAND, 1 + (raw.bytes().length >> 10));
            case Refused _ -> 0;
        };
    }

    private Prepared prepare(Arrival arrival, int kilobytes, long bytesRead) {
        return switch (arrival) {
            case Refused refused ->
                    new Prepared.Unreadable(refused, refused.reason(), kilobytes, bytesRead);
            case Raw raw -> {
                try {
                    var mail = filing.presort(raw.read().prepared());
                    yield new Prepared.Readable(raw, mail, kilobytes, bytesRead);
                } catch (RuntimeException | StackOverflowError e) {
                    // Whatever a mail does to its reader, the archive goes on with the next one.
                    yield new Prepared.Unreadable(
                            raw, "cannot be read: " + e, kilobytes, bytesRead);
                }
            }
        };
    }

    private Outcomes fileAll(
            MailSource source, BlockingQueue<Future<Prepared>> conveyor, Semaphore inHand)
            throws IOException, InterruptedException {
        var outcomes = Outcomes.NONE;
        while (true) {
            var batch = nextBatch(conveyor);
            outcomes = outcomes.plus(fileBatch(batch));
            watcher.became(outcomes);
            noteAbsences(source);
            learn();
            inHand.release(batch.stream().mapToInt(Prepared::kilobytes).sum());
            var last = batch.getLast();
            if (last instanceof Prepared.End(var bytesRead, var failure)) {
                source.kept(batch.size() - 1);
                watcher.advanced(batch.size() - 1, bytesRead);
                throwIfAny(failure);
                return outcomes;
            }
            source.kept(batch.size());
            watcher.advanced(batch.size(), last.bytesRead());
        }
    }

    private void noteAbsences(MailSource source) {
        var absences = source.absences();
        if (quarantine != null && !absences.isEmpty()) {
            quarantine.note(absences, filing.listId());
        }
    }

    private static void throwIfAny(@Nullable Exception failure) throws IOException {
        switch (failure) {
            case null -> {}
            case IOException broken -> throw broken;
            case RuntimeException broken -> throw broken;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** What came before is packed again at once, while it is little. */
    private void learn() {
        var upkeep = filing.upkeep();
        if (upkeep.learn()) {
            for (int step = 0; step < REPACKED_AT_ONCE && upkeep.repack(); step++) {
                // The rest is for a server, which has time.
            }
        }
    }

    /** At least one, and what else comes within the linger. */
    private static List<Prepared> nextBatch(BlockingQueue<Future<Prepared>> conveyor)
            throws InterruptedException {
        var batch = new ArrayList<Prepared>();
        batch.add(resultOf(conveyor.take()));
        long deadline = System.nanoTime() + LINGER_NANOS;
        while (batch.size() < LARGEST_BATCH && !(batch.getLast() instanceof Prepared.End)) {
            var next = conveyor.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(resultOf(next));
        }
        return batch;
    }

    private static Prepared resultOf(Future<Prepared> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a mail failed", e.getCause());
        }
    }

    private Outcomes fileBatch(List<Prepared> batch) {
        var outcomes = Outcomes.NONE;
        var readable = new ArrayList<Prepared.Readable>(batch.size());
        for (var prepared : batch) {
            switch (prepared) {
                case Prepared.Readable mail -> readable.add(mail);
                case Prepared.Unreadable(var arrival, var reason, _, _) -> {
                    refuse(arrival, reason);
                    outcomes = outcomes.plus(Outcomes.ERROR);
                }
                case Prepared.End _ -> {}
            }
        }
        if (!readable.isEmpty()) {
            outcomes = outcomes.plus(file(readable));
        }
        keepUnfiled();
        return outcomes;
    }

    /** All of a batch at once, because each transaction waits for the disk. */
    private void keepUnfiled() {
        if (quarantine != null && !unfiled.isEmpty()) {
            quarantine.add(unfiled);
        }
        unfiled.clear();
    }

    private Outcomes file(List<Prepared.Readable> mails) {
        try {
            return count(mails, fileSorted(mails));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            return fileOneByOne(mails);
        }
    }

    /**
     * Finds the mail that cannot be kept; where none can, the store is broken and not the mails.
     */
    private Outcomes fileOneByOne(List<Prepared.Readable> mails) {
        var outcomes = Outcomes.NONE;
        int failuresInARow = 0;
        for (var mail : mails) {
            try {
                outcomes = outcomes.plus(count(List.of(mail), fileSorted(List.of(mail))));
                failuresInARow = 0;
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                if (++failuresInARow == MOST_FAILURES_IN_A_ROW) {
                    throw e;
                }
                refuse(mail.raw(), "cannot be kept: " + e.getMessage());
                outcomes = outcomes.plus(Outcomes.ERROR);
            }
        }
        return outcomes;
    }

    private List<Filed> fileSorted(List<Prepared.Readable> mails) {
        return filing.filePresorted(mails.stream().map(Prepared.Readable::mail).toList());
    }

    private void refuse(Arrival arrival, String reason) {
        if (arrival instanceof Raw raw) {
            keepUnfiled(raw, new Fate(Outcome.BROKEN, reason));
        }
        watcher.refused(arrival.origin(), reason);
    }

    private void keepUnfiled(Raw raw, Fate fate) {
        unfiled.add(new Quarantine.Unfiled(raw, filing.listId(), fate));
    }

    private Outcomes count(List<Prepared.Readable> mails, List<Filed> filed) {
        var outcomes = Outcomes.NONE;
        for (int at = 0; at < filed.size(); at++) {
            var fate = filed.get(at).fate();
            if (filed.get(at) instanceof Filed.Broken(var reason)) {
                refuse(mails.get(at).raw(), reason);
            } else if (fate.outcome() == Outcome.HOLDS_DIFF
                    || fate.outcome() == Outcome.OTHER_TEXT) {
                keepUnfiled(mails.get(at).raw(), fate);
            }
            outcomes = outcomes.plus(Outcomes.of(filed.get(at)));
        }
        return outcomes;
    }
}
