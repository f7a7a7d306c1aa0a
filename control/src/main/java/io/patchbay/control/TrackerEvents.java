package io.patchbay.control;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.Event;
import io.patchbay.tracker.EventFeed;
import io.patchbay.tracker.events.Event.Category;

import java.util.List;
import java.util.Optional;

/** Sends the rows of the event table to the monitors, to each session those that it wants. */
final class TrackerEvents {

    /**
     * From now on this session gets only the events that are named and belong to the projects that
     * are named; without names, all. Events that are not of the tracker, such as {@code STOP},
     * always come.
     */
    record SetEventFilter(Optional<List<Category>> categories, Optional<List<String>> projects)
            implements Command<Empty> {

        boolean wants(Event event) {
            return !(event instanceof TrackerEvent told)
                    || categories.map(names -> names.contains(told.category())).orElse(true)
                            && projects.map(names -> names.contains(told.project())).orElse(true);
        }
    }

    private TrackerEvents() {}

    static void addTo(QmpServer server, EventFeed feed) {
        TrackerEvent.DESCRIPTIONS.forEach(server.events()::declare);
        server.commands()
                .perform(
                        SetEventFilter.class,
                        (filter, caller) -> caller.filterEvents(filter::wants));
        feed.tell(row -> {
            var event = new TrackerEvent(row);
            server.events().emit(event.description(), event);
        });
    }
}
