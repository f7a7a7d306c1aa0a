package io.patchbay.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-07T07:32:49Z, 'April 7, 2026, 7:32 a.m. UTC'",
        "2026-12-31T00:05:00Z, 'December 31, 2026, 12:05 a.m. UTC'",
        "2026-12-31T12:00:00Z, 'December 31, 2026, 12:00 p.m. UTC'",
        "2026-12-31T23:59:59Z, 'December 31, 2026, 11:59 p.m. UTC'"
    })
    void aMomentIsReadByPeople(Instant moment, String text) {
        assertThat(Moments.full(moment)).isEqualTo(text);
    }
}
