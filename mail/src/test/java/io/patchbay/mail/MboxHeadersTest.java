package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.Header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers on their way into an mbox. */
class MboxHeadersTest {

    @Test
    void aShortHeaderIsOneLine() {
        assertThat(StoredHeaders.fold(new Header("X-Id", "17"))).isEqualTo("X-Id: 17");
        assertThat(StoredHeaders.fold(new Header("X-Id", ""))).isEqualTo("X-Id: ");
    }

    @Test
    void aLongHeaderIsFolded() {
        var value = "word ".repeat(20).strip();

        assertThat(StoredHeaders.fold(new Header("X-Words", value)))
                .isEqualTo(
                        "X-Words: word word word word word word word word word word word word word word\n"
                                + " word word word word word word");
    }

    @Test
    void foldsAndEncodedWordsOfTheValueAreKept() {
        var value = "=?utf-8?q?Dani?=\n\t=?utf-8?q?el?= <d@example.org>,\n  Ann <a@example.org>";

        assertThat(StoredHeaders.fold(new Header("Cc", value))).isEqualTo("Cc: " + value);
    }

    @Test
    void aValueThatIsNotAsciiBecomesEncodedWords() {
        assertThat(StoredHeaders.fold(new Header("X-Name", "Zoë " + "ä".repeat(30))))
                .isEqualTo(
                        "X-Name: =?utf-8?b?Wm/DqyDDpMOkw6TDpMOkw6TDpMOkw6TDpMOkw6TDpMOkw6TDpMOkw6Q=?=\n"
                                + " =?utf-8?b?w6TDpMOkw6TDpMOkw6TDpMOkw6TDpMOk?=");
    }

    @Test
    void whatCameInBareUtf8IsWrittenAsUtf8() {
        assertThat(StoredHeaders.fold(new Header("Subject", "=?unknown-8bit?q?r=C3=A9w?=")))
                .isEqualTo("Subject: =?utf-8?q?r=C3=A9w?=");
    }

    @Test
    void aValueNeverBecomesTwoHeaders() {
        assertThat(StoredHeaders.fold(new Header("X-Name", "a\nBcc: b")))
                .isEqualTo("X-Name: a Bcc: b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ann Lee|Ann Lee <ann@example.org>",
                "Ann B. Lee|\"Ann B. Lee\" <ann@example.org>",
                "Lee, Ann|\"Lee, Ann\" <ann@example.org>",
                "Ann \"A\" Lee|\"Ann \\\"A\\\" Lee\" <ann@example.org>",
                "A\\B|\"A\\\\B\" <ann@example.org>",
                "Zoë|=?utf-8?q?Zo=C3=AB?= <ann@example.org>",
                "Zoë Färber-Grosjean|=?utf-8?b?Wm/DqyBGw6RyYmVyLUdyb3NqZWFu?= <ann@example.org>",
            })
    void aNameIsQuotedOrEncodedIfItNeedsToBe(String name, String mailbox) {
        assertThat(StoredHeaders.mailbox(new Author(name, "ann@example.org"))).isEqualTo(mailbox);
    }

    @Test
    void withoutANameTheAddressStandsAlone() {
        assertThat(StoredHeaders.mailbox(new Author(null, "ann@example.org")))
                .isEqualTo("ann@example.org");
        assertThat(StoredHeaders.mailbox(new Author("", "ann@example.org")))
                .isEqualTo("ann@example.org");
    }
}
