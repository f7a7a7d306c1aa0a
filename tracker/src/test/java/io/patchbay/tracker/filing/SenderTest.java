package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.comment;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.RuleSet;

import org.junit.jupiter.api.Test;

final class SenderTest {

    private final Desk desk = new Desk();

    @Test
    void theLatestNameWins() {
        desk.file(patch("<1@x>").from("Ada", "ada@example.com"));
        desk.file(comment("<a@x>").inReplyTo("<1@x>").from("Ada Lovell", "ada@example.com"));

        assertThat(desk.nameOf("ada@example.com")).isEqualTo("Ada Lovell");
        assertThat(desk.ledger.people())
                .containsExactly(
                        new Sender(
                                new Person(1, "Ada Lovell", "ada@example.com", null),
                                Sender.News.NEW));
    }

    @Test
    void noNameDoesNotTakeTheNameAway() {
        desk.known.learn(new Person(7, "Ada", "ada@example.com", 3L));

        var patch = desk.filePatch(patch("<1@x>").from(null, "ada@example.com"));
        var other = desk.filePatch(patch("<2@x>").from("", "ada@example.com"));

        assertThat(patch.sender().person().name()).isEqualTo("Ada");
        assertThat(other.sender().news()).isEqualTo(Sender.News.NONE);
        assertThat(desk.ledger.people()).isEmpty();
    }

    @Test
    void aMailUnderTheAddressOfARelayRenamesNobody() {
        desk.known.learn(new Person(7, "Ada", "relay@example.org", null));

        desk.filePatch(patch("<1@x>").hiddenFrom("Ben via Relay", "relay@example.org"));

        assertThat(desk.nameOf("relay@example.org")).isEqualTo("Ada");
    }

    @Test
    void byOurRulesWhoHasAnAccountIsNamedByThat() {
        desk.known.learn(new Person(7, "Ada", "ada@example.com", 3L));
        var ours = Desk.project(1, "harbor", RuleSet.PATCHBAY);

        desk.filePatch(patch("<1@x>").in(ours).from("Somebody", "ada@example.com"));
        assertThat(desk.nameOf("ada@example.com")).isEqualTo("Ada");

        desk.filePatch(patch("<2@x>").from("Somebody", "ada@example.com"));
        assertThat(desk.nameOf("ada@example.com")).isEqualTo("Somebody");
    }

    @Test
    void anAddressIsTheSameWhateverItsCase() {
        desk.known.learn(new Person(7, "Ada", "Ada@Example.com", null));

        var patch = desk.filePatch(patch("<1@x>").from("Ada L.", "ada@example.COM"));

        assertThat(patch.sender())
                .isEqualTo(
                        new Sender(
                                new Person(7, "Ada L.", "Ada@Example.com", null),
                                Sender.News.RENAMED));
    }

    @Test
    void ofTwoThatDifferInCaseTheExactOneCountsElseTheOlder() {
        desk.known.learn(new Person(8, "Ada", "ada@example.com", null));
        desk.known.learn(new Person(7, "ADA", "ADA@example.com", null));

        var exact = desk.filePatch(patch("<1@x>").from(null, "ada@example.com"));
        var neither = desk.filePatch(patch("<2@x>").from(null, "Ada@example.com"));

        assertThat(exact.sender().person().id()).isEqualTo(8);
        assertThat(neither.sender().person().id()).isEqualTo(7);
    }

    @Test
    void aDuplicateRenamesNobody() {
        desk.file(patch("<1@x>").from("Ada", "ada@example.com"));

        desk.file(patch("<1@x>").from("List", "ada@example.com"));

        assertThat(desk.nameOf("ada@example.com")).isEqualTo("Ada");
    }
}
