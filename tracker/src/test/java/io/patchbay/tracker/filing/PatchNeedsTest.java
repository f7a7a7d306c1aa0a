package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.cover;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.filing.Dependencies.Target.OfMail;
import io.patchbay.tracker.filing.Dependencies.Target.OfSeries;

import org.junit.jupiter.api.Test;

/** Which series a patch or cover letter needs, and who is asked to look at it. */
final class PatchNeedsTest {

    private final Desk desk = new Desk();

    private static OfMail mail(String id) {
        return new OfMail(new MessageId(id));
    }

    @Test
    void theSeriesOfAPatchOrCoverIsFound() {
        desk.file(patch("<1@x>"));
        desk.file(cover("<0@y>", 1));

        var needy = desk.filePatch(patch("<2@x>").needing(mail("<0@y>"), mail("<1@x>")));

        assertThat(needy.needs()).containsExactly(2L, 1L);
        assertThat(desk.ledger.dependencies())
                .containsExactly(new Changes.Dependency(3, 2), new Changes.Dependency(3, 1));
    }

    @Test
    void aCoverMayNeedASeriesToo() {
        desk.file(patch("<1@x>"));

        var needy = desk.fileCover(cover("<0@y>", 1).needing(new OfSeries(1)));

        assertThat(needy.needs()).containsExactly(1L);
    }

    @Test
    void whatIsNotHereYetIsLeftOut() {
        var needy = desk.filePatch(patch("<2@x>").needing(mail("<1@x>"), new OfSeries(9)));

        assertThat(needy.needs()).isEmpty();
    }

    @Test
    void nobodyNeedsThemselves() {
        desk.file(patch("<1@x>", 1, 2));

        var second =
                patch("<2@x>", 2, 2).inReplyTo("<1@x>").needing(mail("<1@x>"), new OfSeries(1));

        assertThat(desk.filePatch(second).needs()).isEmpty();
    }

    @Test
    void theSameSeriesIsNeededOnce() {
        desk.file(patch("<1@x>"));

        var needy = desk.filePatch(patch("<2@x>").needing(mail("<1@x>"), new OfSeries(1)));

        assertThat(needy.needs()).containsExactly(1L);
    }

    @Test
    void aMailIsLookedForInTheProjectOnly() {
        desk.file(patch("<1@x>").in(Desk.LIGHTHOUSE));
        desk.file(patch("<1@x>"));

        var needy = desk.filePatch(patch("<2@x>").needing(mail("<1@x>")));
        var other = desk.filePatch(patch("<3@x>").needing(new OfSeries(1)));

        assertThat(needy.needs()).containsExactly(2L);
        assertThat(other.needs()).isEmpty();
    }

    @Test
    void theDelegateThatTheMailNamesCountsForMoreThanThePaths() {
        desk.known.learnUser("Maint@example.com", 5);

        var named = desk.filePatch(patch("<1@x>").delegatedTo("maint@EXAMPLE.com", 6L));
        var unknown = desk.filePatch(patch("<2@x>").delegatedTo("nobody@example.com", 6L));
        var nobody = desk.filePatch(patch("<3@x>"));

        assertThat(named.patch().delegate()).isEqualTo(5);
        assertThat(unknown.patch().delegate()).isEqualTo(6);
        assertThat(nobody.patch().delegate()).isNull();
    }
}
