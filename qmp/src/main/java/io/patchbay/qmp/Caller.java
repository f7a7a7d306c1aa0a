package io.patchbay.qmp;

import io.patchbay.qmp.schema.Event;

import java.util.Optional;
import java.util.function.Predicate;

/** The session that a command came in on. */
public sealed interface Caller permits Session {

    /** The id of the session's monitor; a monitor of the command line may have none. */
    Optional<String> monitor();

    /** From now on this session gets only the events that the filter accepts. */
    void filterEvents(Predicate<? super Event> wanted);
}
