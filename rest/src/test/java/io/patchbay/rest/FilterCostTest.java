package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;

/** What a filter asks of the store. */
final class FilterCostTest extends DeskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "series=1",
                "series=99",
                "project=boats",
                "submitter=ann@example.org",
                "delegate=maud"
            })
    void aValueThatIsRepeatedIsLookedUpOnce(String filter) {
        int twice = statements(filter, 2);

        assertThat(statements(filter, 300)).isEqualTo(twice);
        assertThat(statements(filter, 1)).isEqualTo(twice);
    }

    private int statements(String filter, int times) {
        var query = String.join("&", Collections.nCopies(times, filter));
        desk.statements().clear();

        var answer = desk.send("GET", "/api/patches/?" + query, "", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        return desk.statements().size();
    }
}
