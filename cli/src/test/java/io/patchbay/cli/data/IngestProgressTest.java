package io.patchbay.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.intake.Outcomes;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class IngestProgressTest {

    private final List<String> told = new ArrayList<>();
    private long now = 1_000;

    @Test
    void aLineEveryFiveSecondsTellsRateAndTimeLeft() {
        var progress = progress(10_000_000);

        advance(progress, Duration.ofSeconds(4), 3_000, 1_000_000);
        advance(progress, Duration.ofSeconds(2), 3_000, 2_000_000);
        advance(progress, Duration.ofSeconds(1), 3_000, 3_000_000);
        advance(progress, Duration.ofSeconds(5), 3_000, 4_000_000);

        assertThat(told)
                .containsExactly(
                        "6,000 mails, 1,000/s, 20 %, 0:00:24 left",
                        "12,000 mails, 1,000/s, 40 %, 0:00:18 left");
    }

    @Test
    void howManyWereFiledIsToldWhereItIsKnown() {
        var progress = progress(-1);

        progress.became(new Outcomes(1, 200, 99, 150, 50, 0, 0));
        advance(progress, Duration.ofSeconds(5), 500, 1_000);

        assertThat(told).containsExactly("500 mails, 300 filed, 100/s");
    }

    @Test
    void whereNobodyKnowsTheSizeNoTimeIsLeft() {
        var progress = progress(-1);

        advance(progress, Duration.ofSeconds(5), 500, 1_000);

        assertThat(told).containsExactly("500 mails, 100/s");
    }

    @Test
    void whatGoesWrongIsToldAtOnceAndEvenWhenQuiet() {
        try (var quiet = new IngestProgress(told::add, 10, null, false, () -> now)) {
            advance(quiet, Duration.ofHours(1), 10, 10);
            quiet.refused("list.mbox, mail 7", "it has no sender");
        }

        assertThat(told).containsExactly("list.mbox, mail 7: it has no sender");
    }

    private IngestProgress progress(long size) {
        return new IngestProgress(told::add, size, null, true, () -> now);
    }

    private void advance(IngestProgress progress, Duration time, int mails, long bytesRead) {
        now += time.toNanos();
        progress.advanced(mails, bytesRead);
    }
}
