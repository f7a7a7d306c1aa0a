package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.State;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a state of patches is named. */
public sealed interface StateName {

    /** Its number, as forms and XML-RPC have it. */
    record Id(String number) implements StateName {}

    /** Its slug or name, in any case: {@code Under Review} is {@code under-review}. */
    record Word(String word) implements StateName {

        public String slug() {
            return word.toLowerCase(Locale.ROOT).replace(' ', '-');
        }
    }

    default Optional<State> among(List<State> states) {
        return states.stream()
                .filter(state ->
                        switch (this) {
                            case Id(var number) -> Long.toString(state.id()).equals(number);
                            case Word word -> state.slug().equals(word.slug());
                        })
                .findFirst();
    }

    default String given() {
        return switch (this) {
            case Id(var number) -> number;
            case Word word -> word.slug();
        };
    }
}
