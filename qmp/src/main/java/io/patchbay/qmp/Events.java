package io.patchbay.qmp;

import io.patchbay.qmp.chardev.FanOut;
import io.patchbay.qmp.schema.Declarations;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.EventDescription;
import io.patchbay.qmp.schema.EventType;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends events to every session in command mode. A host declares its own; any thread may send them,
 * and all sessions see them in the same order.
 */
public final class Events {

    private final Declarations declarations;
    private final InstantSource clock;
    private final RateLimit limit = new RateLimit();
    private final Map<Object, EventType> types = new ConcurrentHashMap<>();
    private final Set<Session> subscribers = ConcurrentHashMap.newKeySet();

    Events(Declarations declarations, InstantSource clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    /** Makes an event known, so that it may be sent and shows up in {@code query-qmp-schema}. */
    public void declare(Class<? extends Event> event) {
        types.put(event, declarations.event(event));
    }

    /** Makes an event known that its description names, and not its class. */
    public void declare(EventDescription<?> event) {
        types.put(event, declarations.event(event));
    }

    /** Sends an event. Never blocks: a client that has left too much unread is dropped instead. */
    public void emit(Event event) {
        var type = types.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "declare(%s.class) before such an event is sent"
                            .formatted(event.getClass().getSimpleName()));
        }
        emit(event, type);
    }

    /** Sends an event that was declared by this description. */
    public <E extends Event> void emit(EventDescription<E> description, E event) {
        var type = types.get(description);
        if (type == null) {
            throw new IllegalArgumentException(
                    "declare the description of %s before such an event is sent"
                            .formatted(description.name()));
        }
        emit(event, type);
    }

    private void emit(Event event, EventType type) {
        var text = new EventText(event, type, clock.instant());
        var limited = type.limitedWith(event);
        if (limited.isEmpty()) {
            send(event, text);
        } else {
            var likewise = new RateLimit.Likewise(type.name(), limited.get());
            limit.pass(likewise, () -> send(event, text));
        }
    }

    private synchronized void send(Event event, EventText text) {
        var fanOut = new FanOut();
        try {
            for (var session : subscribers) {
                session.deliver(event, text, fanOut);
            }
        } finally {
            fanOut.start();
        }
    }

    void subscribe(Session session) {
        subscribers.add(session);
    }

    void unsubscribe(Session session) {
        subscribers.remove(session);
    }

    void close() {
        limit.close();
    }
}
