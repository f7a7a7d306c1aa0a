package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mails that name a charset and are written in a larger one of which it is a part, as browsers read
 * it (WHATWG Encoding, "Names and labels"). Better than Patchwork, which loses the text or the
 * mail.
 */
class WiderCharsetsTest {

    @ParameterizedTest
    @CsvSource({
        // A word of three signs, the first of which GBK has and GB2312 has not.
        "gb2312, \u00e9\u0046\u00ba\u00a3, 镕海",
        "GB2312, \u0081\u0030\u0085\u0035, ²",
        "gbk, \u0081\u0030\u0085\u0035, ²",
        "big5, \u00f9\u00d8, 裏",
        "ks_c_5601-1987, \u009b\u00ea\u00b6\u00cb, 쏄똥",
        "euc-kr, \u008c\u0063, 똠",
        "shift_jis, \u0087\u0040, ①",
        "shift_jis, \u00fb\u00fc, 髙",
        "euc-jp, \u00ad\u00a1, ①",
        "iso-2022-jp, x\u001b$B-!\u001b(B, x①",
        "iso-8859-1, \u0093x\u0094 \u0085 \u00e9, “x” … é",
        "iso-8859-9, \u0093\u00fe\u0094, “ş”",
        "tis-620, \u0080\u00a1, €ก",
    })
    void bodiesAndEncodedWordsAreReadByTheLargerCharset(String charset, String bytes, String text) {
        var quoted = new StringBuilder();
        bytes.chars().forEach(octet -> quoted.append("=%02X".formatted(octet)));
        var mail =
                Samples.mailOfBytes(
                        """
                        Subject: =?%s?q?%s?=
                        Content-Type: text/plain; charset=%s

                        %s\
                        """
                                .formatted(charset, quoted, charset, bytes));

        assertThat(mail.body().content()).isEqualTo(text);
        assertThat(mail.subjectText()).contains(text);
    }

    @Test
    void whatTheNamedCharsetHasIsReadByItAlone() {
        // The same two bytes are another sign for each of the two.
        assertThat(Samples.withSubject("=?shift_jis?b?gWA=?=").subjectText()).contains("\u301c");
        assertThat(Samples.withSubject("=?cp932?b?gWA=?=").subjectText()).contains("\uff5e");
    }

    @Test
    void aRereadWordIsStoredAsUtf8AndItsNeighboursAreNotTouched() {
        var mail =
                Samples.withHeaders(
                        "From: =?gb2312?b?6Ua6ow==?= =?utf-8?q?=C3=A9?= <r@example.com>");

        assertThat(mail.cleaned("From")).contains("镕海é <r@example.com>");
        assertThat(mail.storedHeaders())
                .isEqualTo("From: =?utf-8?b?6ZWV5rW3?= =?utf-8?b?w6k=?= <r@example.com>");
    }

    @Test
    void bareBytesAreOfTheCharsetOfTheBody() {
        var mail =
                Samples.mailOfBytes(
                        """
                        Subject: \u00e9\u0046\u00ba\u00a3
                        Content-Type: text/plain; charset=gb18030

                        text
                        """);

        assertThat(mail.subjectText()).contains("镕海");
        assertThat(mail.storedHeaders()).startsWith("Subject: =?utf-8?b?6ZWV5rW3?=\n");
    }

    @Test
    void bareBytesAreOfTheCharsetOfTheFirstText() {
        var mail =
                Samples.mailOfBytes(
                        """
                        Subject: \u00d0\u00dd
                        Content-Type: multipart/mixed; boundary=cut

                        --cut
                        Content-Type: text/plain; charset=koi8-r

                        text
                        --cut--
                        """);

        assertThat(mail.subjectText()).contains("пщ");
    }

    @ParameterizedTest
    @CsvSource({"X: y", "Content-Type: text/plain; charset=utf-8"})
    void bareBytesThatNothingTellsAreWindows1252(String header) {
        var mail =
                Samples.mailOfBytes(
                        "From: J\u00f6rg \u0096 <j@example.com>\n%s\n\ntext\n".formatted(header));

        assertThat(mail.cleaned("From")).contains("Jörg – <j@example.com>");
        assertThat(mail.storedHeaders())
                .startsWith("From: =?utf-8?b?SsO2cmcg4oCTIDxqQGV4YW1wbGUuY29tPg==?=\n");
    }

    @Test
    void bareUtf8IsUtf8WhateverTheBodySays() {
        var mail =
                Samples.mailOfBytes(
                        "Subject: \u00c3\u00a9\nContent-Type: text/plain; charset=gb2312\n\ntext\n");

        assertThat(mail.subjectText()).contains("é");
    }

    /** RFC 2231 §5. */
    @Test
    void aLanguageInAnEncodedWordIsNotOfItsCharset() {
        var mail = Samples.withSubject("=?iso-8859-1*de?q?=E9?= =?utf-8*fr-CA?b?w6k=?= x");

        assertThat(mail.subjectText()).contains("éé x");
        assertThat(mail.storedHeaders())
                .isEqualTo("Subject: =?iso-8859-1?q?=E9?= =?utf-8?b?w6k=?= x");
    }
}
