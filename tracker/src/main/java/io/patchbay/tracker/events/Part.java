package io.patchbay.tracker.events;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * A named part of an event: what it is about, or what changed. Each kind of part is a case, so that
 * whatever shows or keeps events has one rule a kind and none an event.
 *
 * @param <E> the events that have this part
 */
public sealed interface Part<E> {

    /** Lower-case words joined by '-', such as {@code previous-state}. */
    String name();

    /**
     * A part that holds something.
     *
     * @param <T> what
     */
    sealed interface Value<E, T extends @Nullable Object> extends Part<E> {

        Function<E, T> value();
    }

    /** What an event is about in the first place; it tells the project. */
    sealed interface Subject<E, T> extends Value<E, T> {

        Project project(E event);
    }

    record OfCover<E>(String name, Function<E, CoverHead> value) implements Subject<E, CoverHead> {
        @Override
        public Project project(E event) {
            return value.apply(event).project();
        }
    }

    record OfPatch<E>(String name, Function<E, PatchHead> value) implements Subject<E, PatchHead> {
        @Override
        public Project project(E event) {
            return value.apply(event).project();
        }
    }

    record OfSeries<E>(String name, Function<E, SeriesHead> value)
            implements Subject<E, SeriesHead> {
        @Override
        public Project project(E event) {
            return value.apply(event).project();
        }
    }

    /**
     * @param on what it replies to
     */
    record OfComment<E>(String name, Parent.Kind on, Function<E, CommentHead> value)
            implements Value<E, CommentHead> {}

    record OfCheck<E>(String name, Function<E, Check> value) implements Value<E, Check> {}

    record OfState<E>(String name, Function<E, State> value) implements Value<E, State> {}

    /** The only kind that may hold nothing: nobody, before or after. */
    record OfUserOrNobody<E>(String name, Function<E, @Nullable User> value)
            implements Value<E, @Nullable User> {}

    /** A name that Patchwork gives and never a value (rest-api §7.11); nothing is kept of it. */
    record Empty<E>(String name) implements Part<E> {}

    /** Whether it may hold nothing. */
    default boolean optional() {
        return this instanceof OfUserOrNobody || this instanceof Empty;
    }
}
