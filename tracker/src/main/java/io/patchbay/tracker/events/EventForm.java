package io.patchbay.tracker.events;

import io.patchbay.tracker.events.Part.Empty;
import io.patchbay.tracker.events.Part.Subject;
import io.patchbay.tracker.events.Part.Value;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the events of one category look like: their parts in the order in which they are told, and
 * how an event is made of the values of these parts. All outward forms and the store go by it.
 *
 * @param parts the first one is the subject
 * @param maker takes the values of the parts, in their order, without those that are empty
 * @param since the first version of the API whose clients know the category
 * @param edit whether it tells its editor apart from its parts
 */
record EventForm<E extends Event.Occurrence>(
        List<Part<E>> parts, Function<@Nullable Object[], E> maker, String since, boolean edit) {

    private static final String FIRST_VERSION = "1.0";

    /** Makes an event of three values. */
    @FunctionalInterface
    interface OfThree<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, E> {

        E make(A first, B second, C third);
    }

    @SuppressWarnings("unchecked") // whoever makes an event gives each part what it holds
    static <E extends Event.Occurrence, A> EventForm<E> of(
            Function<A, E> maker, Subject<E, A> subject) {
        return with(List.of(subject), values -> maker.apply((A) values[0]));
    }

    @SuppressWarnings("unchecked") // as above
    static <E extends Event.Occurrence, A, B extends @Nullable Object> EventForm<E> of(
            BiFunction<A, B, E> maker, Subject<E, A> subject, Value<E, B> second) {
        return with(List.of(subject, second), values -> maker.apply((A) values[0], (B) values[1]));
    }

    @SuppressWarnings("unchecked") // as above
    static <E extends Event.Occurrence, A, B extends @Nullable Object, C extends @Nullable Object>
            EventForm<E> of(
                    OfThree<A, B, C, E> maker,
                    Subject<E, A> subject,
                    Value<E, B> second,
                    Value<E, C> third) {
        return with(
                List.of(subject, second, third),
                values -> maker.make((A) values[0], (B) values[1], (C) values[2]));
    }

    private static <E extends Event.Occurrence> EventForm<E> with(
            List<Part<E>> parts, Function<@Nullable Object[], E> maker) {
        return new EventForm<>(parts, maker, FIRST_VERSION, false);
    }

    /** With names that never have a value. */
    EventForm<E> withEmpty(String... names) {
        var more = new ArrayList<>(parts);
        for (var name : names) {
            more.add(new Empty<>(name));
        }
        return new EventForm<>(List.copyOf(more), maker, since, edit);
    }

    EventForm<E> since(String version) {
        return new EventForm<>(parts, maker, version, edit);
    }

    /** Somebody edits, and is named beside the parts. */
    EventForm<E> byEditor() {
        return new EventForm<>(parts, maker, since, true);
    }

    @SuppressWarnings("unchecked") // the first part is a subject, see above
    Project project(E event) {
        return ((Subject<E, ?>) parts.getFirst()).project(event);
    }
}
