package io.patchbay.mail.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header values as people read them. */
class HeaderTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "=?utf-8?q?caf=C3=A9_au_lait?=|café au lait",
                "=?UTF-8?B?Y2Fmw6k=?=|café",
                "=?utf-8?b?Y2Fmw6k?=|café",
                "=?utf-8?b?Y2!Fm w6k=?=|café",
                "=?iso-8859-1?q?caf=E9?=|café",
                "=?latin1?q?caf=e9?=|café",
                "=?iso-8859-15?q?=A4?=|€",
                "=?windows-1252?q?=80?=|€",
                "=?koi8-r?b?0NLJ18XU?=|привет",
                "=?windows-1251?q?=EF=F0?=|пр",
                "=?gb2312?b?xOO6ww==?=|你好",
                "=?gb18030?b?xOO6ww==?=|你好",
                "=?big5?b?p0GmbqdB?=|你好你",
                "=?iso-2022-jp?b?GyRCRnxLXBsoQg==?=|日本",
                "=?shift_jis?b?k/qWew==?=|日本",
                "=?euc-jp?b?xvzL3A==?=|日本",
                "=?ks_c_5601-1987?b?sKGzqg==?=|가나",
                "=?us-ascii?q?plain_text?=|plain text",
                "=?utf-8?q?a?= =?utf-8?q?b?=|ab",
                "=?utf-8?q?a_?= =?iso-8859-1?q?b?=|a b",
                "=?utf-8?q?a?= =?us-ascii?q?b?=|a b",
                "x =?utf-8?q?a?= y|x a y",
                "x=?utf-8?q?a?=y|x a y",
                "(=?utf-8?q?a?=)|(a)",
                "=?utf-8?q?a?= =?utf-8?q??= b|a b",
                "=?utf-8?x?a?=|=?utf-8?x?a?=",
                "=?utf-8?q?a|=?utf-8?q?a",
                "=?utf-8?q?=ZZ=4?=|=ZZ=4",
            })
    void encodedWordsAreDecoded(String value, String text) {
        assertThat(clean(value)).isEqualTo(text);
    }

    @Test
    void anEncodedWordIsNotContinuedOnTheNextLine() {
        assertThat(clean("=?utf-8?q?a\n b?=")).isEqualTo("=?utf-8?q?a b?=");
    }

    @Test
    void foldsAndRunsOfSpaceBecomeOneSpace() {
        assertThat(clean("a \n\t b\u000b c\u001f d ")).isEqualTo("a b c d");
    }

    @Test
    void everyUnicodeSpaceIsSpace() {
        assertThat(
                        clean(
                                "=?utf-8?q?a=C2=A0b=E2=80=A8c=E3=80=80d=E1=9A=80e=C2=85f=E2=80=AFg=E2=81=9Fh?="))
                .isEqualTo("a b c d e f g h");
        assertThat(clean("=?utf-8?q?a=E2=80=80b=E2=80=8Ac=E2=80=8Bd?=")).isEqualTo("a b c\u200Bd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?a?q",
                "=?a?",
                "=?a",
                "=?",
                "=?a?q?",
                "=?a?q?x",
                "=?a?qq?x?=",
                "=?a?q?x\n ?="
            })
    void anUnfinishedWordIsText(String value) {
        assertThat(clean(value)).isEqualTo(value.replace("\n", ""));
    }

    @Test
    void aLineEndBeforeTextWithoutColonSmugglesNothingIn() {
        assertThat(clean("a\u000bBcc b")).isEqualTo("a Bcc b");
        assertThat(clean("a\u000b:b")).isEqualTo("a :b");
        assertThat(clean("a\u000b Bcc: b")).isEqualTo("a Bcc: b");
    }

    @Test
    void zeroBytesVanish() {
        assertThat(clean("a\u0000b =?utf-8?q?c=00d?=")).isEqualTo("ab cd");
    }

    /** Better than Patchwork, which shows replacement characters. */
    @Test
    void bareUtf8IsReadAsSuch() {
        var mail = Samples.withSubject("[PATCH] réw =?utf-8?q?x?=");

        assertThat(mail.subjectText()).contains("[PATCH] réw =?utf-8?q?x?=");
    }

    /** Better than Patchwork, which shows replacement characters. */
    @ParameterizedTest
    @ValueSource(strings = {"=?x-unknown?q?Zo=C3=AB?= x", "=?us-ascii?q?Zo=C3=AB?= x"})
    void utf8UnderAWrongNameIsReadAsSuch(String value) {
        assertThat(clean(value)).isEqualTo("Zoë x");
    }

    @Test
    void bytesOfNoKnownCharsetAreReplaced() {
        assertThat(clean("=?x-unknown?q?r=E9w?=")).isEqualTo("r\uFFFDw");
        assertThat(clean("=?utf-8?q?r=E9w?= =?iso-8859-1?q?=E9?=")).isEqualTo("r\uFFFDw \uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?b?a?=", "x =?utf-8?b?abcde?= y", "=?utf-8?b?YW!J?="})
    void brokenBase64MakesTheHeaderUndecodable(String value) {
        var mail = Samples.withHeaders("X-Test: " + value);

        assertThat(mail.cleaned("X-Test")).isEmpty();
        assertThat(mail.cleanedAll("x-test")).isEmpty();
        assertThat(mail.has("X-TEST")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u000bBcc: b", "a\fBcc: b", "=?us-ascii?q?a=0ABcc:_b?="})
    void aValueThatSmugglesAHeaderInIsUndecodable(String value) {
        assertThat(Samples.withHeaders("X-Test: " + value).cleaned("X-Test")).isEmpty();
    }

    @Test
    void aMissingHeaderHasNoText() {
        var mail = Samples.withHeaders("X-Test: a");

        assertThat(mail.cleaned("X-Other")).isEmpty();
        assertThat(mail.has("X-Other")).isFalse();
    }

    @Test
    void ofSeveralHeadersTheFirstIsRead() {
        var mail = Samples.withHeaders("X-Test: a\nx-test: =?utf-8?q?=C3=A9?=");

        assertThat(mail.cleaned("x-TEST")).contains("a");
        assertThat(mail.cleanedAll("X-Test")).containsExactly("a", "é");
    }

    private static String clean(String value) {
        return Samples.withHeaders("X-Test: " + value).cleaned("X-Test").orElseThrow();
    }
}
