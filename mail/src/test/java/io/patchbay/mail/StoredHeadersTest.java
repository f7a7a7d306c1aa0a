package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.Header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header section as it is stored: every value decoded and folded anew. */
class StoredHeadersTest {

    @Test
    void headersKeepOrderSpellingAndRepetition() {
        assertThat(
                        stored(
                                """
                                From ann@example.org Tue Apr  7 09:32:49 2026
                                received: a
                                X-A:b
                                Received:\tc
                                Empty:
                                """))
                .isEqualTo("received: a\nX-A: b\nReceived: c\nEmpty: ");
    }

    @Test
    void aLongLineIsBrokenAfterASemicolonElseAtTheLastFittingSpace() {
        assertThat(
                        stored(
                                "Authentication-Results: mx.example.org; spf=pass (sender SPF"
                                        + " authorized) smtp.mailfrom=example.net (client-ip=192.0.2.17;"
                                        + " helo=lists.example.net; envelope-from=a+b=c@example.net;"
                                        + " receiver=patches.example.org)"))
                .isEqualTo(
                        """
                        Authentication-Results: mx.example.org;
                         spf=pass (sender SPF authorized) smtp.mailfrom=example.net
                         (client-ip=192.0.2.17; helo=lists.example.net;
                         envelope-from=a+b=c@example.net; receiver=patches.example.org)\
                        """);
    }

    @Test
    void aLongLineWithoutSemicolonIsBrokenAfterAComma() {
        var addresses = "ann@example.org, ".repeat(6) + "x".repeat(10);

        assertThat(stored("To: " + addresses))
                .isEqualTo(
                        "To: ann@example.org, ann@example.org, ann@example.org, ann@example.org,\n"
                                + " ann@example.org, ann@example.org, xxxxxxxxxx");
    }

    @Test
    void aWordTooLongForTheFirstLineGetsTheNextOne() {
        var word = "y".repeat(300);

        assertThat(stored("Subject: [PATCH] " + word)).isEqualTo("Subject: [PATCH]\n " + word);
        assertThat(stored("Subject: " + word)).isEqualTo("Subject: \n " + word);
        assertThat(stored("Subject: " + word + " z")).isEqualTo("Subject: \n " + word + "\n z");
    }

    @Test
    void linesThatFitKeepTheirFolds() {
        var headers = "Received: from a\n\tby b;\n  Tue, 7 Apr 2026\n      x";

        assertThat(stored(headers)).isEqualTo(headers);
        assertThat(stored("Subject:\n text")).isEqualTo("Subject: \n text");
        assertThat(stored("To: " + "x".repeat(74))).isEqualTo("To: " + "x".repeat(74));
        assertThat(stored("To: a\n " + "x".repeat(77))).isEqualTo("To: a\n " + "x".repeat(77));
        assertThat(stored("To: a " + "x".repeat(73))).isEqualTo("To: a\n " + "x".repeat(73));
    }

    @Test
    void aSpaceBeforeAFoldIsDroppedAndAnEmptyLineJoinsTheOneBefore() {
        assertThat(stored("X: a \n b")).isEqualTo("X: a\n b");
        assertThat(stored("X: a  \n b")).isEqualTo("X: a  \n b");
        assertThat(stored("X: a\n  \n b")).isEqualTo("X: a  \n b");
        assertThat(stored("X: a \nY: b")).isEqualTo("X: a \nY: b");
    }

    @Test
    void piecesAroundEncodedWordsAreJoinedAndSplitAnew() {
        assertThat(
                        stored(
                                """
                                Cc: Ann Lee <ann@example.org>, Bo Berg <bo@example.org>,\s
                                 Cleo Dahl <cleo@example.org>, Dora Eck <dora@example.org>,\s
                                 =?utf-8?q?Zo=C3=AB_F=C3=A4rber?= <zoe@example.org>,\s
                                 =?utf-8?q?Ren=C3=A9_Grosjean-M=C3=BCller?= <rene@example.org>
                                """))
                .isEqualTo(
                        """
                        Cc: Ann Lee <ann@example.org>, Bo Berg <bo@example.org>,
                          Cleo Dahl <cleo@example.org>, Dora Eck <dora@example.org>, =?utf-8?b?Wm8=?=
                        \t=?utf-8?b?w6sgRsOkcmJlcg==?= <zoe@example.org>, =?utf-8?q?Ren=C3=A9_Grosjea?=
                        \t=?utf-8?q?n-M=C3=BCller?= <rene@example.org>\
                        """);
    }

    @Test
    void longEncodedTextFillsLineAfterLine() {
        assertThat(stored("Subject: =?utf-8?q?" + "=C3=A9".repeat(70) + "?="))
                .isEqualTo(
                        """
                        Subject: =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=
                        \t=?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=
                        \t=?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=
                        \t=?utf-8?b?w6k=?=\
                        """);
    }

    @Test
    void anEncodedWordThatDoesNotFitBehindTheNameStartsOnTheNextLine() {
        assertThat(stored("X-" + "n".repeat(60) + ": =?utf-8?q?=C3=A9?= x"))
                .isEqualTo(
                        "X-nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn: \n\t=?utf-8?b?w6k=?= x");
    }

    @Test
    void linesInsideEncodedTextStayLines() {
        assertThat(stored("X: =?utf-8?q?a=C3=A9=0A_b=C3=A9?= c"))
                .isEqualTo("X: =?utf-8?b?YcOp?=\n\t=?utf-8?q?_b=C3=A9?=\n c");
        assertThat(stored("X: a =?us-ascii?q?b=0A_c?= d =?us-ascii?q?e=0A?=\nY: z"))
                .isEqualTo("X: a  b\n c  d  e\nY: z");
    }

    @Test
    void everyLetterAndDigitIsBareInQuotedText() {
        assertThat(stored("X: =?iso-8859-1?q?azAZ09-!*+/=2E=40=5B=60=7B=2F=3A=E9?="))
                .isEqualTo("X: =?iso-8859-1?q?azAZ09-!*+/=2E=40=5B=60=7B/=3A=E9?=");
    }

    @Test
    void aCharacterThatItsCharsetCannotBeWrittenInMakesTheHeaderUnknown() {
        // A half-width kana: Shift_JIS has it, ISO-2022-JP, in which it would be written, has not.
        assertThat(stored("X: =?shift_jis?b?sQ==?=")).isEqualTo("X: =?unknown-8bit?q?=B1?=");
        // A letter of JIS X 0212: the same for EUC-JP.
        assertThat(stored("X: =?euc-jp?b?j7Dn?=")).isEqualTo("X: =?unknown-8bit?b?j7Dn?=");
    }

    @Test
    void theShorterEncodingIsTaken() {
        assertThat(stored("Subject: =?utf-8?b?YSBjYWbDqQ==?="))
                .isEqualTo("Subject: =?utf-8?q?a_caf=C3=A9?=");
        assertThat(stored("Subject: =?utf-8?q?=E6=97=A5=E6=9C=AC?="))
                .isEqualTo("Subject: =?utf-8?b?5pel5pys?=");
    }

    @Test
    void charsetsKeepTheEncodingThatSuitsThem() {
        assertThat(stored("X: =?iso-8859-1?b?6enp6enp6ek=?="))
                .isEqualTo("X: =?iso-8859-1?q?=E9=E9=E9=E9=E9=E9=E9=E9?=");
        assertThat(stored("X: =?latin-1?q?=E9?=")).isEqualTo("X: =?iso-8859-1?q?=E9?=");
        assertThat(stored("X: =?koi8-r?q?x?=")).isEqualTo("X: =?koi8-r?b?eA==?=");
        assertThat(stored("X: =?gb2312?b?xOO6ww==?=")).isEqualTo("X: =?eucgb2312_cn?b?xOO6ww==?=");
        assertThat(stored("X: =?big5?b?p0GmbqdB?=")).isEqualTo("X: =?big5_tw?b?p0GmbqdB?=");
        assertThat(stored("X: =?euc-jp?b?xvzL3A==?="))
                .isEqualTo("X: =?iso-2022-jp?b?GyRCRnxLXBsoQg==?=");
        assertThat(stored("X: =?shift_jis?b?k/qWew==?="))
                .isEqualTo("X: =?iso-2022-jp?b?GyRCRnxLXBsoQg==?=");
        assertThat(stored("X: =?us-ascii?q?a_b?=")).isEqualTo("X: a b");
    }

    @Test
    void bareBytesBecomeWordsOfAnUnknownCharset() {
        assertThat(Samples.withSubject("[PATCH] réw").storedHeaders())
                .isEqualTo("Subject: =?unknown-8bit?b?W1BBVENIXSByw6l3?=");
    }

    @Test
    void oneUnknownCharsetMakesTheWholeHeaderUnknown() {
        assertThat(stored("Subject: a =?x-unknown?q?=E9?= =?utf-8?q?=C3=A9?="))
                .isEqualTo("Subject: =?unknown-8bit?b?YSAg6SDDqQ==?=");
        assertThat(stored("Subject: =?utf-8?q?=E9?=")).isEqualTo("Subject: =?unknown-8bit?q?=E9?=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?b?a?=", "a\u000bBcc: b", "=?us-ascii?q?a=0ABcc:_b?="})
    void aHeaderThatCannotBeDecodedIsLeftOut(String value) {
        assertThat(stored("A: 1\nX-Test: " + value + "\nB: 2")).isEqualTo("A: 1\nB: 2");
    }

    @Test
    void zeroBytesAreLeftOut() {
        assertThat(stored("X: a\u0000b")).isEqualTo("X: ab");
    }

    @Test
    void aStoredBlockIsTakenApartAgain() {
        var stored =
                "A: 1\nReceived: from a\n\tby b\nreceived: =?utf-8?q?=C3=A9?=\nEmpty: \nB: \n c";

        assertThat(StoredHeaders.parse(stored))
                .containsExactly(
                        new Header("A", "1"),
                        new Header("Received", "from a\n\tby b"),
                        new Header("received", "=?utf-8?q?=C3=A9?="),
                        new Header("Empty", ""),
                        new Header("B", "\n c"));
        assertThat(StoredHeaders.parse("")).isEmpty();
    }

    private static String stored(String headers) {
        return Samples.withHeaders(headers).storedHeaders();
    }
}
