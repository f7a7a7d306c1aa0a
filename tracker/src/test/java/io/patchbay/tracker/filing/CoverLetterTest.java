package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.comment;
import static io.patchbay.tracker.filing.IncomingMailBuilder.cover;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.filing.Filed.Reason;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CoverHead;

import org.junit.jupiter.api.Test;

final class CoverLetterTest {

    private final Desk desk = new Desk();

    @Test
    void inAThreadItIsStillACover() {
        desk.file(patch("<old@x>"));

        var filed = desk.file(cover("<0@x>", 2).inReplyTo("<old@x>"));

        assertThat(filed).isInstanceOf(Filed.AsCover.class);
    }

    @Test
    void sentAgainIntoItsThreadItIsAComment() {
        desk.file(cover("<0@x>", 2).named("[0/2] quay"));

        var again = desk.fileComment(cover("<0b@x>", 2).named("[0/2] quay").inReplyTo("<0@x>"));

        assertThat(again.comment().head().parent()).isEqualTo(new Parent(Parent.Kind.COVER, 1));
    }

    @Test
    void theSameMailTwiceInAThreadIsADuplicate() {
        desk.file(patch("<old@x>"));
        desk.file(cover("<0@x>", 2).inReplyTo("<old@x>"));

        assertThat(desk.file(cover("<0@x>", 2).inReplyTo("<old@x>")))
                .isEqualTo(new Filed.Duplicate(new MessageId("<0@x>")));
    }

    @Test
    void sentAgainOutsideAnyThreadItIsAnotherCover() {
        desk.file(cover("<0@x>", 2).named("[0/2] quay"));

        var again = desk.fileCover(cover("<0b@x>", 2).named("[0/2] quay"));

        assertThat(again.placement().series()).isEqualTo(2);
    }

    @Test
    void aCoverOfTheSameNameInAnotherProjectDoesNotCount() {
        desk.file(cover("<0@x>", 2).named("[0/2] quay").inReplyTo("<talk@x>"));

        var there =
                desk.file(
                        cover("<0@x>", 2)
                                .named("[0/2] quay")
                                .inReplyTo("<talk@x>")
                                .in(Desk.LIGHTHOUSE));

        assertThat(there).isInstanceOf(Filed.AsCover.class);
    }

    @Test
    void theSameMailAgainIsADuplicateAndLeavesNoSeries() {
        desk.known.learn(
                new CoverHead(1, Desk.HARBOR, "<0@x>", IncomingMailBuilder.NOON, "[0/2] quay"),
                null);

        var again = desk.file(cover("<0@x>", 2));

        assertThat(again).isEqualTo(new Filed.Duplicate(new MessageId("<0@x>")));
        assertThat(desk.ledger.series()).isEmpty();
    }

    @Test
    void aSecondCoverDoesNotTakeTheSeries() {
        desk.file(patch("<1@x>", 1, 1).inReplyTo("<0b@x>", "<0@x>"));
        desk.file(cover("<0@x>", 1));

        var second = desk.fileCover(cover("<0b@x>", 1));

        assertThat(second.placement()).isEqualTo(SeriesPlacement.NOWHERE);
        assertThat(desk.ledger.series().getFirst().cover()).isEqualTo(1);
    }

    @Test
    void withoutValidSenderItIsBroken() {
        assertThat(desk.file(cover("<0@x>", 1).fromNowhere()))
                .isEqualTo(new Filed.Broken("Invalid 'From' header"));
        assertThat(desk.file(patch("<1@x>").fromNowhere()))
                .isEqualTo(new Filed.Broken("Invalid 'From' header"));
    }

    @Test
    void aReplyToNothingKnownIsNotKeptWhoeverSentIt() {
        assertThat(desk.file(comment("<r@x>").inReplyTo("<1@x>").fromNowhere()))
                .isEqualTo(new Filed.Unwanted(Reason.UNKNOWN_PARENT));
    }
}
