package io.patchbay.rest.json;

import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.MAP;
import static io.patchbay.rest.json.Kind.WORD;

import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.CheckCreated;
import io.patchbay.tracker.events.Event.CoverCommentCreated;
import io.patchbay.tracker.events.Event.CoverCreated;
import io.patchbay.tracker.events.Event.PatchCommentCreated;
import io.patchbay.tracker.events.Event.PatchCompleted;
import io.patchbay.tracker.events.Event.PatchCreated;
import io.patchbay.tracker.events.Event.PatchDelegated;
import io.patchbay.tracker.events.Event.PatchRelationChanged;
import io.patchbay.tracker.events.Event.PatchStateChanged;
import io.patchbay.tracker.events.Event.SeriesCompleted;
import io.patchbay.tracker.events.Event.SeriesCreated;

/** Something that happened (rest-api §7.11). */
public final class EventJson {

    public static final Shape<Event> SHAPE =
            Shape.<Event>of("Event")
                    .add("id", INTEGER, (out, event) -> out.number(event.id()))
                    .add(
                            "category",
                            WORD,
                            (out, event) -> out.text(event.what().category().label()))
                    .object("project", Embedded.PROJECT, Event::project)
                    .add("date", DATE, (out, event) -> out.date(event.date()))
                    .objectOrNull("actor", Embedded.USER, Event::actor)
                    .add("payload", MAP, (out, event) -> payload(out, event.what()))
                    .shape();

    private EventJson() {}

    private static void payload(JsonOut out, Event.Occurrence what) {
        out.startObject();
        switch (what) {
            case CoverCreated(var cover) -> part(out, "cover", Embedded.COVER, cover);
            case PatchCreated(var patch) -> part(out, "patch", Embedded.PATCH, patch);
            case PatchCompleted(var patch, var series) -> {
                part(out, "patch", Embedded.PATCH, patch);
                part(out, "series", Embedded.SERIES, series);
            }
            case PatchStateChanged(var patch, var previous, var current) -> {
                part(out, "patch", Embedded.PATCH, patch);
                word(out, "previous_state", previous.slug());
                word(out, "current_state", current.slug());
            }
            case PatchDelegated(var patch, var previous, var current) -> {
                part(out, "patch", Embedded.PATCH, patch);
                out.name("previous_delegate");
                Embedded.USER.writeOrNull(out, previous);
                out.name("current_delegate");
                Embedded.USER.writeOrNull(out, current);
            }
            case PatchRelationChanged(var patch) -> {
                part(out, "patch", Embedded.PATCH, patch);
                out.name("previous_relation");
                out.nothing();
                out.name("current_relation");
                out.nothing();
            }
            case CheckCreated(var patch, var check) -> {
                part(out, "patch", Embedded.PATCH, patch);
                part(out, "check", Embedded.CHECK, check);
            }
            case SeriesCreated(var series) -> part(out, "series", Embedded.SERIES, series);
            case SeriesCompleted(var series) -> part(out, "series", Embedded.SERIES, series);
            case CoverCommentCreated(var cover, var comment) -> {
                part(out, "cover", Embedded.COVER, cover);
                part(out, "comment", Embedded.COMMENT, comment);
            }
            case PatchCommentCreated(var patch, var comment) -> {
                part(out, "patch", Embedded.PATCH, patch);
                part(out, "comment", Embedded.COMMENT, comment);
            }
        }
        out.endObject();
    }

    private static <T> void part(JsonOut out, String name, Shape<T> shape, T value) {
        out.name(name);
        shape.write(out, value);
    }

    private static void word(JsonOut out, String name, String value) {
        out.name(name);
        out.text(value);
    }
}
