package io.patchbay.tracker.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.model.State;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class StateNameTest {

    private static final List<State> STATES =
            List.of(
                    state(1, "New", "new"),
                    state(2, "Under Review", "under-review"),
                    state(3, "Not-Applicable", "not-applicable"),
                    state(4, "2", "2"));

    @ParameterizedTest
    @CsvSource({
        "Under Review, 2",
        "under-review, 2",
        "UNDER-review, 2",
        "Not-Applicable, 3",
        "not applicable, 3",
        "2, 4",
        "under_review, 0",
        "'', 0",
    })
    void aWordIsASlugOrANameInAnyCase(String word, long expected) {
        assertThat(new StateName.Word(word).among(STATES).map(State::id).orElse(0L))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 4", "5, 0", "02, 0", "new, 0"})
    void aNumberIsNoName(String number, long expected) {
        assertThat(new StateName.Id(number).among(STATES).map(State::id).orElse(0L))
                .isEqualTo(expected);
    }

    private static State state(long id, String name, String slug) {
        return new State(id, name, slug, (int) id, true);
    }
}
