package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.comment;
import static io.patchbay.tracker.filing.IncomingMailBuilder.cover;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which events a mail brings, in which order (mail-ingest §18). */
final class SeriesEventsTest {

    private final Desk desk = new Desk();

    @Test
    void aSeriesWithCoverAndReply() {
        desk.file(cover("<0@x>", 2));
        assertThat(desk.latestEvents()).containsExactly("series-created", "cover-created");

        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents()).containsExactly("patch-created", "patch-completed 1");

        desk.file(patch("<2@x>", 2, 2).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents())
                .containsExactly("patch-created", "patch-completed 2", "series-completed");

        desk.file(comment("<r@x>").inReplyTo("<2@x>"));
        assertThat(desk.latestEvents()).containsExactly("patch-comment-created");

        desk.file(comment("<s@x>").inReplyTo("<0@x>"));
        assertThat(desk.latestEvents()).containsExactly("cover-comment-created");
    }

    @Test
    void aSinglePatch() {
        desk.file(patch("<1@x>"));

        assertThat(desk.latestEvents())
                .containsExactly(
                        "patch-created", "series-created", "patch-completed 1", "series-completed");
    }

    @Test
    void theSecondPatchBeforeTheFirst() {
        desk.file(patch("<2@x>", 2, 2).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents()).containsExactly("patch-created", "series-created");

        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents())
                .containsExactly(
                        "patch-created",
                        "patch-completed 2",
                        "patch-completed 1",
                        "series-completed");
    }

    @Test
    void aGapHoldsCompletionBack() {
        desk.file(patch("<1@x>", 1, 4).inReplyTo("<0@x>"));
        desk.file(patch("<4@x>", 4, 4).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents()).containsExactly("patch-created");

        desk.file(patch("<2@x>", 2, 4).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents()).containsExactly("patch-created", "patch-completed 3");

        desk.file(patch("<3@x>", 3, 4).inReplyTo("<0@x>"));
        assertThat(desk.latestEvents())
                .containsExactly(
                        "patch-created",
                        "patch-completed 4",
                        "patch-completed 2",
                        "series-completed");
    }

    @Test
    void anExtraPatchCompletesTheSeriesAgain() {
        desk.file(patch("<1@x>", 1, 1));

        desk.file(patch("<2@x>", 2, 1).inReplyTo("<1@x>"));

        assertThat(desk.latestEvents())
                .containsExactly("patch-created", "patch-completed 2", "series-completed");
    }

    @Test
    void aLateCoverBringsNoSeries() {
        desk.file(patch("<1@x>", 1, 1).inReplyTo("<0@x>"));

        desk.file(cover("<0@x>", 1));

        assertThat(desk.latestEvents()).containsExactly("cover-created");
    }

    @Test
    void aDuplicateBringsNothing() {
        desk.file(patch("<1@x>"));

        desk.file(patch("<1@x>"));

        assertThat(desk.latestEvents()).isEmpty();
    }
}
