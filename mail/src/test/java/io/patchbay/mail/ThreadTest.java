package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Message-IDs of a mail and of those that it answers. */
class ThreadTest {

    @Test
    void theIdKeepsItsBrackets() {
        var id = Samples.withHeaders("Message-ID: <a.1@example.org> (comment)").id().orElseThrow();

        assertThat(id.stored()).isEqualTo("<a.1@example.org>");
        assertThat(id.bare()).isEqualTo("a.1@example.org");
    }

    @Test
    void anIdWithDoubledBracketsKeepsTheExtraOne() {
        assertThat(idIn("<<a@example.org>>").stored()).isEqualTo("<<a@example.org>");
    }

    @Test
    void anIdWithoutBracketsIsTheWholeText() {
        assertThat(idIn("  a@example.org ").stored()).isEqualTo("a@example.org");
        assertThat(idIn("<a@example.org").stored()).isEqualTo("<a@example.org");
        assertThat(idIn("<> a").stored()).isEqualTo("<> a");
    }

    @Test
    void theBareFormLosesTheBracketsAtBothEndsOnly() {
        assertThat(new MessageId("<<a<b>c>>").bare()).isEqualTo("a<b>c");
        assertThat(new MessageId("a").bare()).isEqualTo("a");
        assertThat(new MessageId("<>").bare()).isEmpty();
    }

    @Test
    void anEmptyIdIsNone() {
        var mail = Samples.withHeaders("Message-Id:  ");

        assertThat(mail.id()).isEmpty();
        assertThat(mail.has("message-ID")).isTrue();
    }

    @Test
    void anIdIsStoredUpToTwoHundredAndFiftyFiveCharacters() {
        assertThat(idIn("<" + "a".repeat(300) + ">").stored()).isEqualTo("<" + "a".repeat(254));
    }

    @Test
    void theMostRecentMailOfAThreadComesFirst() {
        var mail =
                Samples.withHeaders(
                        """
                        In-Reply-To: Ann's mail <c@example.org> of today
                        References: <a@example.org> <b@example.org>
                         <c@example.org>
                        """);

        assertThat(stored(mail))
                .containsExactly("<c@example.org>", "<b@example.org>", "<a@example.org>");
    }

    @Test
    void everyHeaderOfAKindCounts() {
        var mail =
                Samples.withHeaders(
                        """
                        References: <a@example.org> <b@example.org>
                        References: <c@example.org> <d@example.org>
                        In-Reply-To: <x@example.org>
                        In-Reply-To: y@example.org
                        """);

        assertThat(stored(mail))
                .containsExactly(
                        "<x@example.org>",
                        "y@example.org",
                        "<b@example.org>",
                        "<a@example.org>",
                        "<d@example.org>",
                        "<c@example.org>");
    }

    @Test
    void referencesWithoutBracketsAreNone() {
        assertThat(Samples.withHeaders("References: a@example.org <b").references()).isEmpty();
    }

    @Test
    void aFoldedIdIsReadWithASpace() {
        assertThat(stored(Samples.withHeaders("References: <a\n b@example.org>")))
                .containsExactly("<a b@example.org>");
    }

    private static MessageId idIn(String value) {
        return Samples.withHeaders("Message-Id: " + value).id().orElseThrow();
    }

    private static List<String> stored(Mail mail) {
        return mail.references().stream().map(MessageId::stored).toList();
    }
}
