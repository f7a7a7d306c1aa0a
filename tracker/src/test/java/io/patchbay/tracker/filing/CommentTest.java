package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.comment;
import static io.patchbay.tracker.filing.IncomingMailBuilder.cover;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.filing.Filed.Reason;
import io.patchbay.tracker.model.Comment.Parent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** What a reply is a comment on. */
final class CommentTest {

    private static final Parent FIRST_PATCH = new Parent(Parent.Kind.PATCH, 1);
    private static final Parent FIRST_COVER = new Parent(Parent.Kind.COVER, 1);

    private final Desk desk = new Desk();

    private Parent parentOf(IncomingMailBuilder comment) {
        return desk.fileComment(comment).comment().head().parent();
    }

    @Test
    void aReplyToAReplyIsOnThePatchAtTheRoot() {
        desk.file(patch("<1@x>"));
        desk.file(comment("<a@x>").inReplyTo("<1@x>"));

        assertThat(parentOf(comment("<b@x>").inReplyTo("<a@x>"))).isEqualTo(FIRST_PATCH);
        assertThat(parentOf(comment("<c@x>").inReplyTo("<b@x>"))).isEqualTo(FIRST_PATCH);
    }

    @Test
    void theMostRecentReferenceThatIsKnownCounts() {
        desk.file(patch("<1@x>"));
        desk.file(patch("<2@x>"));

        assertThat(parentOf(comment("<a@x>").inReplyTo("<lost@x>", "<1@x>", "<2@x>")))
                .isEqualTo(FIRST_PATCH);
    }

    @Test
    void aPatchFurtherUpCountsForMoreThanACoverCloseBy() {
        desk.file(cover("<0@x>", 1));
        desk.file(patch("<1@x>", 1, 1).inReplyTo("<0@x>"));

        assertThat(parentOf(comment("<a@x>").inReplyTo("<0@x>", "<1@x>"))).isEqualTo(FIRST_PATCH);
        assertThat(parentOf(comment("<b@x>").inReplyTo("<0@x>"))).isEqualTo(FIRST_COVER);
        assertThat(parentOf(comment("<c@x>").inReplyTo("<b@x>"))).isEqualTo(FIRST_COVER);
    }

    @Test
    void replyToAnUnknownPatchIsNotKept() {
        assertThat(desk.file(comment("<a@x>").inReplyTo("<1@x>")))
                .isEqualTo(new Filed.Unwanted(Reason.UNKNOWN_PARENT));
    }

    @Test
    void aPatchOfAnotherProjectIsUnknown() {
        desk.file(patch("<1@x>").in(Desk.LIGHTHOUSE));

        assertThat(desk.file(comment("<a@x>").inReplyTo("<1@x>")))
                .isEqualTo(new Filed.Unwanted(Reason.UNKNOWN_PARENT));
    }

    @Test
    void theSameReplyTwiceOnOneParentIsADuplicate() {
        desk.file(patch("<1@x>"));
        desk.file(comment("<a@x>").inReplyTo("<1@x>"));

        assertThat(desk.file(comment("<a@x>").inReplyTo("<1@x>")))
                .isEqualTo(new Filed.Duplicate(new MessageId("<a@x>")));
    }

    @Test
    void aReplyThatStandsOnTwoPatchesLeadsToTheLaterOne() {
        desk.file(patch("<1@x>"));
        desk.file(patch("<2@x>"));
        desk.file(comment("<a@x>").inReplyTo("<1@x>").after(Duration.ofHours(2)));
        desk.file(comment("<a@x>").inReplyTo("<2@x>").after(Duration.ofHours(1)));

        assertThat(parentOf(comment("<b@x>").inReplyTo("<a@x>"))).isEqualTo(FIRST_PATCH);
    }

    @Test
    void whoAsksForActionGetsACommentToAddress() {
        desk.file(patch("<1@x>"));
        desk.file(cover("<0@x>", 1));

        var onPatch = desk.fileComment(comment("<a@x>").inReplyTo("<1@x>").askingForAction());
        var onCover = desk.fileComment(comment("<b@x>").inReplyTo("<0@x>").askingForAction());
        var silent = desk.fileComment(comment("<c@x>").inReplyTo("<1@x>"));

        assertThat(onPatch.comment().addressed()).isFalse();
        assertThat(onCover.comment().addressed()).isFalse();
        assertThat(silent.comment().addressed()).isNull();
    }

    @Test
    void tagsAreCountedOnThePatchTogether() {
        desk.file(patch("<1@x>").giving(Map.of(1L, 1)));
        desk.file(comment("<a@x>").inReplyTo("<1@x>").giving(Map.of(1L, 2, 2L, 1)));

        assertThat(desk.ledger.tags())
                .isEqualTo(
                        Map.of(
                                new Changes.TagOfPatch(1, 1), 3,
                                new Changes.TagOfPatch(1, 2), 1));
        assertThat(desk.ledger.commentsOnPatch()).isEqualTo(Map.of(1L, 1));
    }

    @Test
    void tagsInACommentOnACoverCountForNothing() {
        desk.file(cover("<0@x>", 1));

        desk.file(comment("<a@x>").inReplyTo("<0@x>").giving(Map.of(1L, 1)));

        assertThat(desk.ledger.tags()).isEmpty();
        assertThat(desk.ledger.commentsOnPatch()).isEmpty();
    }
}
