package io.patchbay.intake;

import io.patchbay.intake.Delivered.PutOff;
import io.patchbay.intake.Delivered.Taken;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.StoreUnavailable;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;
import io.patchbay.tracker.reading.Archive.ArchivedMail;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Takes single mails, from many threads at once, and answers each when it is durable. Those that
 * come while a transaction is on its way share the next one, so a crowd costs no more commits than
 * the disk can do; one that comes alone does not wait for others (docs/adr/0011).
 */
public final class Delivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final int LARGEST_BATCH = 100;
    private static final int LONGEST_QUEUE = 1_000;

    private static final PutOff STOPPED =
            new PutOff("the intake is stopped; try again when it is open");
    private static final PutOff ENDING = new PutOff("the server is ending; try again later");
    private static final PutOff CROWDED =
            new PutOff("%d mails are waiting already; try again later".formatted(LONGEST_QUEUE));

    private final Store store;
    private final Filing filing;
    private final Gate gate;
    private final IntakeMeter meter;
    private final boolean keepsUnfiled;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE + 1);
    private final Thread filer;
    private boolean closed;

    /**
     * @param keep how long a mail is kept that was not filed; zero keeps only the quarantine
     */
    public Delivery(Store store, Filing filing, Gate gate, IntakeMeter meter, Duration keep) {
        this.store = store;
        this.filing = filing;
        this.gate = gate;
        this.meter = meter;
        this.keepsUnfiled = keep.isPositive();
        // SQLite's native calls hold the thread that carries them, so this one is not virtual.
        filer = Thread.ofPlatform().daemon().name("mail-filer").start(this::fileAll);
    }

    /**
     * A mail that was read and waits for its turn.
     *
     * @param mail null if it cannot be read
     * @param fault why it cannot be read; null if it can
     */
    private record Waiting(
            Arrival.Raw raw,
            @Nullable String listId,
            @Nullable Mail mail,
            @Nullable String fault,
            CompletableFuture<Delivered> answer) {

        private static final Waiting NO_MORE =
                new Waiting(
                        new Arrival.Raw("", new byte[0], Form.DELIVERED),
                        null,
                        null,
                        null,
                        new CompletableFuture<>());
    }

    /**
     * Returns when the mail is durable, or will not be.
     *
     * @param listId files it under this list whatever its headers say; null to ask the headers
     */
    public Delivered deliver(Arrival.Raw mail, @Nullable String listId)
            throws InterruptedException {
        if (!gate.isOpen()) {
            return STOPPED;
        }
        var waiting = read(mail, listId);
        var refused = enqueue(waiting);
        if (refused != null) {
            LOG.warn("put off: {}: {}", mail.origin(), refused.reason());
            meter.failed(mail.origin() + ": " + refused.reason());
            return refused;
        }
        try {
            return waiting.answer().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the filer always answers", e);
        }
    }

    /** How many mails wait to be filed. */
    public int queueLength() {
        return queue.size();
    }

    private static Waiting read(Arrival.Raw raw, @Nullable String listId) {
        var answer = new CompletableFuture<Delivered>();
        try {
            return new Waiting(raw, listId, raw.read().prepared(), null, answer);
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a mail does to its reader, it is kept and others go on.
            return new Waiting(raw, listId, null, "cannot be read: " + e, answer);
        }
    }

    private @Nullable PutOff enqueue(Waiting waiting) {
        synchronized (queue) {
            if (closed) {
                return ENDING;
            }
            return queue.size() < LONGEST_QUEUE && queue.offer(waiting) ? null : CROWDED;
        }
    }

    private void fileAll() {
        var batch = new ArrayList<Waiting>(LARGEST_BATCH);
        var ended = false;
        while (!ended) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, LARGEST_BATCH - 1);
                ended = batch.remove(Waiting.NO_MORE);
                inLists(batch).forEach(this::file);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the filer", e);
            } catch (Throwable e) {
                // Out of memory, say: the senders still have these mails, and the next may succeed.
                putOff(batch, e);
            }
            batch.clear();
        }
    }

    /** Neighbours that are filed under the same list. */
    private static List<List<Waiting>> inLists(List<Waiting> batch) {
        var lists = new ArrayList<List<Waiting>>();
        int from = 0;
        for (int at = 1; at <= batch.size(); at++) {
            if (at == batch.size()
                    || !Objects.equals(batch.get(at).listId(), batch.get(from).listId())) {
                lists.add(List.copyOf(batch.subList(from, at)));
                from = at;
            }
        }
        return lists;
    }

    private void file(List<Waiting> batch) {
        try {
            answer(batch, write(batch));
        } catch (StoreUnavailable e) {
            putOff(batch, e);
        } catch (RuntimeException | StackOverflowError e) {
            if (batch.size() > 1) {
                // One of them is at fault; alone, the others are filed.
                batch.forEach(waiting -> file(List.of(waiting)));
            } else {
                quarantine(batch.getFirst(), e);
            }
        }
    }

    private void quarantine(Waiting waiting, Throwable cause) {
        LOG.warn("{} cannot be filed", waiting.raw().origin(), cause);
        var fate = new Fate(Outcome.BROKEN, "cannot be filed: " + cause.getMessage());
        try {
            answer(
                    List.of(waiting),
                    store.write(writing -> {
                        keep(writing, waiting, fate);
                        return List.of(fate);
                    }));
        } catch (RuntimeException e) {
            putOff(List.of(waiting), e);
        }
    }

    private List<Fate> write(List<Waiting> batch) {
        var readable = batch.stream().map(Waiting::mail).filter(Objects::nonNull).toList();
        if (readable.isEmpty()) {
            return store.write(writing -> keepAll(writing, batch, List.of()));
        }
        var listId = batch.getFirst().listId();
        var fates = new ArrayList<Fate>(batch.size());
        var unused =
                (listId == null ? filing : filing.under(listId))
                        .file(
                                readable,
                                (writing, filed) ->
                                        fates.addAll(
                                                keepAll(
                                                        writing,
                                                        batch,
                                                        filed.stream().map(Filed::fate).toList())));
        return fates;
    }

    /** Returns the fates of all, given those of the readable ones. */
    private List<Fate> keepAll(Writing writing, List<Waiting> batch, List<Fate> ofReadable) {
        var next = ofReadable.iterator();
        var fates = new ArrayList<Fate>(batch.size());
        for (var waiting : batch) {
            var fate =
                    waiting.mail() == null
                            ? new Fate(Outcome.BROKEN, waiting.fault())
                            : next.next();
            keep(writing, waiting, fate);
            fates.add(fate);
        }
        return fates;
    }

    /** What was filed is kept with what was made of it, now or when it came before. */
    private void keep(Writing writing, Waiting waiting, Fate fate) {
        var outcome = fate.outcome();
        boolean filed = outcome.isNew() || outcome == Outcome.DUPLICATE && isHere(writing, waiting);
        if (outcome.isQuarantined() || keepsUnfiled && !filed) {
            writing.mailKeeping().keep(Packing.pack(waiting.raw(), waiting.listId()), fate);
        } else {
            writing.mailKeeping().letGo(Packing.digest(waiting.raw(), waiting.listId()));
        }
    }

    /** Whether the very same mail was filed before; another one may have its Message-ID. */
    private static boolean isHere(Writing writing, Waiting waiting) {
        var archive = writing.archive();
        return Optional.ofNullable(waiting.mail())
                .map(mail -> mail.id().orElseGet(mail::idOfContent))
                .map(id -> archive.withMessageId(id.stored()))
                .map(mails -> archive.raw(mails.stream().map(ArchivedMail::key).toList()))
                .stream()
                .flatMap(raw -> raw.values().stream())
                .anyMatch(bytes -> Arrays.equals(bytes, waiting.raw().bytes()));
    }

    private void answer(List<Waiting> batch, List<Fate> fates) {
        meter.took(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            var fate = fates.get(at);
            if (fate.outcome().isQuarantined()) {
                var what = batch.get(at).raw().origin() + ": " + fate.reason();
                LOG.warn("into the quarantine: {}", what);
                meter.failed(what);
            }
            batch.get(at).answer().complete(new Taken(fate));
        }
    }

    private void putOff(List<Waiting> batch, Throwable cause) {
        LOG.warn("{} put off: {}", mails(batch.size()), String.valueOf(cause.getMessage()));
        meter.failed("put off: " + cause.getMessage());
        batch.forEach(waiting ->
                waiting.answer().complete(new PutOff("the store cannot be written now")));
    }

    private static String mails(int count) {
        return count == 1 ? "a mail" : count + " mails";
    }

    /** Files what waits, and takes no more. */
    @Override
    public void close() {
        synchronized (queue) {
            if (!closed) {
                closed = true;
                queue.add(Waiting.NO_MORE);
            }
        }
        try {
            filer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
