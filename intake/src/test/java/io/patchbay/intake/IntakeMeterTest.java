package io.patchbay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class IntakeMeterTest {

    private Instant now = Instant.parse("2026-01-02T12:00:00Z");
    private final IntakeMeter meter = new IntakeMeter(() -> now);

    @Test
    void theRateIsThatOfTheLastMinute() {
        meter.took(60);
        now = now.plusSeconds(59);
        meter.took(60);

        assertThat(meter.rate()).isEqualTo(2.0);
        now = now.plusSeconds(1);
        assertThat(meter.rate()).isEqualTo(1.0);
        now = now.plusSeconds(59);
        assertThat(meter.rate()).isZero();
        assertThat(meter.total()).isEqualTo(120);
    }

    @Test
    void aLongPauseIsAPause() {
        meter.took(60);
        now = now.plusSeconds(100_000);

        assertThat(meter.rate()).isZero();
    }

    @Test
    void theLastTroubleIsTold() {
        assertThat(meter.lastTrouble()).isNull();

        meter.failed("first");
        now = now.plusSeconds(1);
        meter.failed("second");

        assertThat(meter.lastTrouble()).isEqualTo(new IntakeMeter.Trouble(now, "second"));
    }
}
