package io.patchbay.rest.json;

import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.MAP;
import static io.patchbay.rest.json.Kind.OBJECT;
import static io.patchbay.rest.json.Kind.STATE;
import static io.patchbay.rest.json.Kind.WORD;

import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.Occurrence;
import io.patchbay.tracker.events.Part;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that happened (rest-api §7.11). */
public final class EventJson {

    /** What the payload of each category consists of, in the order of categories. */
    private static final List<Shape<Occurrence>> PAYLOADS =
            Stream.of(Category.values()).map(EventJson::shapeOf).toList();

    public static final Shape<Event> SHAPE =
            Shape.<Event>of("Event")
                    .add("id", INTEGER, (out, event) -> out.number(event.id()))
                    .add(
                            "category",
                            WORD,
                            (out, event) -> out.text(event.what().category().label()))
                    .among(Stream.of(Category.values()).map(Category::label).toList())
                    .object("project", Embedded.PROJECT, Event::project)
                    .add("date", DATE, (out, event) -> out.date(event.date()))
                    .objectOrNull("actor", Embedded.USER, Event::actor)
                    .add(
                            "payload",
                            MAP,
                            (out, event) ->
                                    payload(event.what().category()).write(out, event.what()))
                    .shapedAs(PAYLOADS)
                    .shape();

    private EventJson() {}

    /** How the payload of a category is written. */
    public static Shape<Occurrence> payload(Category category) {
        return PAYLOADS.get(category.ordinal());
    }

    private static Shape<Occurrence> shapeOf(Category category) {
        var words = Arrays.stream(category.label().split("-")).map(EventJson::capitalised);
        var table = Shape.<Occurrence>of(words.collect(Collectors.joining()) + "Payload");
        for (var part : category.parts()) {
            table = with(table, part.name().replace('-', '_'), part);
        }
        return table.shape();
    }

    private static Table<Occurrence> with(
            Table<Occurrence> table, String key, Part<Occurrence> part) {
        return switch (part) {
            case Part.OfCover<Occurrence>(_, var cover) -> table.object(key, Embedded.COVER, cover);
            case Part.OfPatch<Occurrence>(_, var patch) -> table.object(key, Embedded.PATCH, patch);
            case Part.OfSeries<Occurrence>(_, var series) ->
                    table.object(key, Embedded.SERIES, series);
            case Part.OfComment<Occurrence>(_, _, var comment) ->
                    table.object(key, Embedded.COMMENT, comment);
            case Part.OfCheck<Occurrence>(_, var check) -> table.object(key, Embedded.CHECK, check);
            case Part.OfState<Occurrence>(_, var state) ->
                    table.add(key, STATE, (out, what) -> out.text(state.apply(what).slug()));
            case Part.OfUserOrNobody<Occurrence>(_, var user) ->
                    table.objectOrNull(key, Embedded.USER, user);
            case Part.Empty<Occurrence> _ ->
                    table.add(key, OBJECT, (out, _) -> out.nothing()).orNull();
        };
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
