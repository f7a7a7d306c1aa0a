package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Series whose mails do not refer to each other: sender, version, total and time tell. */
final class SeriesByMarkerTest {

    private final Desk desk = new Desk();

    @Test
    void withinTwentyMinutesIsOneSeries() {
        desk.file(patch("<1@x>", 1, 3));

        assertThat(desk.seriesOf(patch("<2@x>", 2, 3).after(Duration.ofMinutes(20)))).isEqualTo(1);
        assertThat(desk.seriesOf(patch("<3@x>", 3, 3).after(Duration.ofMinutes(-20)))).isEqualTo(1);
    }

    @Test
    void laterIsAnother() {
        desk.file(patch("<1@x>", 1, 3));

        assertThat(desk.seriesOf(patch("<2@x>", 2, 3).after(Duration.ofSeconds(1_201))))
                .isEqualTo(2);
        assertThat(desk.seriesOf(patch("<3@x>", 3, 3).after(Duration.ofSeconds(-1_201))))
                .isEqualTo(3);
    }

    @Test
    void anotherSenderVersionOrTotalIsAnother() {
        desk.file(patch("<1@x>", 1, 3));

        assertThat(desk.seriesOf(patch("<a@x>", 2, 3).from("Ben", "ben@example.com"))).isEqualTo(2);
        assertThat(desk.seriesOf(patch("<b@x>", 2, 3).version(2))).isEqualTo(3);
        assertThat(desk.seriesOf(patch("<c@x>", 2, 4))).isEqualTo(4);
    }

    @Test
    void anotherProjectIsAnother() {
        desk.file(patch("<1@x>", 1, 3));

        assertThat(desk.seriesOf(patch("<2@x>", 2, 3).in(Desk.LIGHTHOUSE))).isEqualTo(2);
    }

    @Test
    void sendersAreTheSameWhateverTheCaseOfTheirAddress() {
        desk.file(patch("<1@x>", 1, 2));

        assertThat(desk.seriesOf(patch("<2@x>", 2, 2).from("Ada", "Ada@Example.com"))).isEqualTo(1);
    }

    @Test
    void threeMailsOfOneNumberAreThreeSeries() {
        assertThat(desk.seriesOf(patch("<1@x>", 1, 1))).isEqualTo(1);
        assertThat(desk.seriesOf(patch("<2@x>", 1, 1))).isEqualTo(2);
        assertThat(desk.seriesOf(patch("<3@x>", 1, 1))).isEqualTo(3);
    }

    @Test
    void amongSeveralTheLatestThatMissesTheNumberIsTaken() {
        desk.file(patch("<1a@x>", 1, 2));
        desk.file(patch("<1b@x>", 1, 2).after(Duration.ofMinutes(2)));
        desk.file(patch("<1c@x>", 1, 2).after(Duration.ofMinutes(1)));

        assertThat(desk.seriesOf(patch("<2a@x>", 2, 2).after(Duration.ofMinutes(3)))).isEqualTo(2);
        assertThat(desk.seriesOf(patch("<2b@x>", 2, 2).after(Duration.ofMinutes(3)))).isEqualTo(3);
        assertThat(desk.seriesOf(patch("<2c@x>", 2, 2).after(Duration.ofMinutes(3)))).isEqualTo(1);
        assertThat(desk.seriesOf(patch("<2d@x>", 2, 2).after(Duration.ofMinutes(3)))).isEqualTo(4);
    }

    @Test
    void aReferenceCountsForMoreThanTheTime() {
        desk.file(patch("<1a@x>", 1, 2).from("Ben", "ben@example.com"));
        desk.file(patch("<1b@x>", 1, 2));

        assertThat(desk.seriesOf(patch("<2@x>", 2, 2).inReplyTo("<1a@x>"))).isEqualTo(1);
    }
}
