package io.patchbay.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

class PagerTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "2, 4, 1 2 3 4",
        "1, 5, 1 2 3 4 5",
        "1, 20, 1 2 3 4 … 19 20",
        "3, 20, 1 2 3 4 … 19 20",
        "4, 20, 1 2 3 4 5 … 19 20",
        "5, 20, 1 2 … 4 5 6 … 19 20",
        "17, 20, 1 2 … 16 17 18 19 20",
        "18, 20, 1 2 … 17 18 19 20",
        "20, 20, 1 2 … 17 18 19 20"
    })
    void farNumbersAreLeftOut(int page, int last, String shown) {
        var numbers =
                new Pager(page, last)
                        .numbers().stream()
                                .map(number -> number == Pager.GAP ? "…" : number.toString())
                                .collect(Collectors.joining(" "));

        assertThat(numbers).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"x, 1", "0, 1", "-3, 1", "2, 2", "99, 3", "99999999999999999999, 3", "'', 1"})
    void aPageThatIsNotThereIsTheNearest(String wanted, int page) {
        assertThat(Pager.of(Pager.wanted(wanted), 201, 100)).isEqualTo(new Pager(page, 3));
    }

    @Test
    void anEmptyListHasOnePage() {
        assertThat(Pager.of(1, 0, 100).isNeeded()).isFalse();
    }
}
