package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Senders whom a list hides behind its own address (DMARC). */
class HiddenAuthorTest {

    private static final String LIST = "list@lists.example.org";

    @Test
    void replyToGivesTheAuthorBack() {
        assertAuthor(
                "From: Ann Lee via Harbor <list@lists.example.org>\nReply-To: Ann Lee <ann@example.org>",
                "Ann Lee",
                "ann@example.org");
    }

    @Test
    void theListsAddressIsComparedIgnoringCase() {
        assertAuthor(
                "From: 'Ann Lee' via Harbor <LIST@lists.example.org>\nReply-To: Ann Lee <ann@example.org>",
                "Ann Lee",
                "ann@example.org");
    }

    @Test
    void onlyTheLastViaIsTheLists() {
        assertAuthor(
                "From: Ann via Sea via Harbor <list@lists.example.org>\nReply-To: Ann via Sea <ann@example.org>",
                "Ann via Sea",
                "ann@example.org");
    }

    @Test
    void aNameMayEndInVia() {
        assertAuthor(
                "From: Ann Lee via <list@lists.example.org>\nReply-To: Ann Lee <ann@example.org>",
                "Ann Lee",
                "ann@example.org");
    }

    @Test
    void ccGivesTheAuthorBackWhenReplyToDoesNot() {
        assertAuthor(
                """
                From: Ann Lee via Harbor <list@lists.example.org>
                Reply-To: Harbor <list@lists.example.org>
                Cc: Bo <bo@example.org>, Ann Lee <ann@example.org>
                """,
                "Ann Lee",
                "ann@example.org");
    }

    @Test
    void theOriginalFromComesFirst() {
        assertAuthor(
                """
                From: Ann Lee via Harbor <list@lists.example.org>
                Reply-To: Ann Lee <wrong@example.org>
                X-Original-From: Ann B. Lee <ann@example.org>
                """,
                "Ann Lee",
                "ann@example.org");
    }

    @Test
    void aBareAddressInReplyToIsThatOfAnAuthorWhoseNameIsNotHidden() {
        assertAuthor(
                "From: Ann <list@lists.example.org>\nReply-To: ann@example.org",
                null,
                "ann@example.org");
    }

    @Test
    void whoCannotBeFoundIsTheList() {
        assertAuthor(
                "From: Ann Lee via Harbor <list@lists.example.org>\nReply-To: Bo <bo@example.org>",
                "Ann Lee via Harbor",
                "list@lists.example.org");
    }

    @Test
    void otherSendersAreNotLookedFor() {
        assertAuthor(
                "From: Ann Lee via Sea <ann@example.org>\nReply-To: Ann Lee <wrong@example.org>",
                "Ann Lee via Sea",
                "ann@example.org");
    }

    /** Better than Patchwork, which breaks off. */
    @Test
    void aHiddenSenderNeedsNoName() {
        assertAuthor("From: list@lists.example.org", null, "list@lists.example.org");
        assertAuthor(
                "From: list@lists.example.org\nReply-To: ann@example.org", null, "ann@example.org");
    }

    /** Better than Patchwork, which splits the name in two. */
    @Test
    void aCommaInAQuotedNameSeparatesNothing() {
        assertAuthor(
                """
                From: "Lee, Ann via Harbor" <list@lists.example.org>
                Reply-To: Bo <bo@example.org>, "Lee, Ann" <ann@example.org>
                """,
                "Lee, Ann",
                "ann@example.org");
    }

    @Test
    void aQuoteThatNeverClosesQuotesNothing() {
        assertAuthor(
                """
                From: Ann Lee via Harbor <list@lists.example.org>
                Reply-To: 5" Bo <bo@example.org>, Ann Lee <ann@example.org>
                """,
                "Ann Lee",
                "ann@example.org");
    }

    /** Better than Patchwork, which breaks off. */
    @Test
    void uselessAddressesAreSkipped() {
        assertAuthor(
                """
                From: Ann Lee via Harbor <list@lists.example.org>
                X-Original-From: somebody
                Reply-To: undisclosed, Ann Lee <ann@example.org>
                """,
                "Ann Lee",
                "ann@example.org");
    }

    private static void assertAuthor(String headers, @Nullable String name, String email) {
        assertThat(Samples.withHeaders(headers).author(LIST)).contains(new Author(name, email));
    }
}
