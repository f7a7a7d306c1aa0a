package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders whom a list or a relay hides, as they are found by our own rules. */
class HiddenSenderTest {

    private static final String LIST = "list@lists.example.org";

    @Test
    void whoCannotBeFoundIsTheList() {
        assertAuthor(
                """
                From: Ann Lee via Harbor <list@lists.example.org>
                Reply-To: list@lists.example.org
                Cc: Bo <bo@example.org>
                """,
                "Ann Lee via Harbor",
                "list@lists.example.org");
    }

    @Test
    void theOnlyOneWhoWantsTheAnswersIsTheAuthorWhateverTheName() {
        assertAuthor(
                """
                From: A. Lee via Harbor <list@lists.example.org>
                Reply-To: Harbor <list@lists.example.org>, Ann Lee <ann@example.org>
                """,
                "Ann Lee",
                "ann@example.org");
    }

    @Test
    void ofSeveralWhoWantTheAnswersTheNameTells() {
        assertAuthor(
                """
                From: Ann Lee via Harbor <list@lists.example.org>
                Reply-To: Bo <bo@example.org>, "Lee, Ann" <ann@example.org>
                """,
                "Lee, Ann",
                "ann@example.org");
    }

    /** Relays, which are no list, and lists whose address nobody has told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Ann Lee via Relay <relay+ann@relay.example>~X-Original-From: Ann Lee <ann@example.org>",
                "From: Ann Lee via Group <group@other.example>~X-Original-Sender: ann@example.org",
                "From: Ann Lee via Relay <relay@other.example>~Cc: Bo <bo@example.org>, Ann Lee <ann@example.org>",
                "From: Ann Lee (via Harbor Mailing List) <list@lists.example.org>~Reply-To: Ann Lee <ann@example.org>",
                "From: =?utf-8?q?Ann_Lee_=C3=BCber_list?= <list@lists.example.org>~Reply-To: ann@example.org",
                "From: Ann Lee <harbor@other.example>~List-Post: <mailto:Harbor@other.example>~Reply-To: ann@example.org",
                "From: Ann Lee <harbor@other.example>~List-Id: Harbor <harbor.other.example>~Reply-To: ann@example.org",
                "From: Ann Lee via lists.example.org <ann=example.org@lists.example.org>",
                "From: Ann Lee via Relay <relay@other.example>~~From: Ann Lee <ann@example.org>",
                "From: Ann Lee via Relay <relay@other.example>~Reply-To: relay@other.example~~~From: Ann Lee <ann@example.org>",
            })
    void everyMaskIsTakenOff(String mail) {
        assertThat(Samples.mail(mail.replace('~', '\n') + "\n\nText.\n").uncoveredAuthor(LIST))
                .contains(new Author("Ann Lee", "ann@example.org", true));
    }

    @Test
    void anAddressThatIsTheHiddenNameIsTheAuthors() {
        assertAuthor(
                "From: \"ann@example.org via Harbor\" <list@lists.example.org>",
                null,
                "ann@example.org");
    }

    @Test
    void whoIsNotHiddenIsBelieved() {
        var mail =
                """
                From: Ann Lee <ann=work@example.org>
                Reply-To: Ann Lee <home@example.org>
                X-Original-From: Bo <bo@example.org>

                From: Bo <bo@example.org>

                Text.
                """;

        assertThat(Samples.mail(mail).uncoveredAuthor(LIST))
                .contains(new Author("Ann Lee", "ann=work@example.org"));
    }

    private static void assertAuthor(String headers, @Nullable String name, String email) {
        assertThat(Samples.withHeaders(headers).uncoveredAuthor(LIST))
                .contains(new Author(name, email, true));
    }
}
