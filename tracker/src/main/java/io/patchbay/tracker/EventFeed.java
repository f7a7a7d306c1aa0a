package io.patchbay.tracker;

import io.patchbay.tracker.events.Event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells listeners what happened, in order and after it was committed, whoever wrote it: the event
 * table is the outbox, so other processes' events are heard too. A listener that joins hears what
 * happens from then on.
 */
public final class EventFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int PAGE = 500;

    private final Store store;
    private final Duration pause;
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private long last;

    /**
     * Follows from now on.
     *
     * @param pause between two looks while nothing happens: the most that a listener is late
     */
    public EventFeed(Store store, Duration pause) {
        this.store = store;
        this.pause = pause;
        this.last = store.read(reading -> reading.events().newest());
        this.reader = Thread.ofVirtual().name("event-feed").start(this::follow);
    }

    /** The listener is called by the feed's one thread and must not block it. */
    public void tell(Consumer<Event> listener) {
        listeners.add(listener);
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!tellNews()) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more at once. */
    private boolean tellNews() {
        List<Event> news;
        try {
            news = store.read(reading -> reading.events().after(last, PAGE));
        } catch (RuntimeException e) {
            LOG.warn("cannot read the events behind {}; trying again", last, e);
            return false;
        }
        for (var event : news) {
            for (var listener : listeners) {
                tell(listener, event);
            }
            last = event.id();
        }
        return news.size() == PAGE;
    }

    private static void tell(Consumer<Event> listener, Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("a listener failed at event {} and goes without it", event.id(), e);
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
