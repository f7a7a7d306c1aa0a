package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charsets that Java lacks, or reads otherwise than the platform that Patchwork runs on. Whether a
 * name is known decides how a header is stored.
 */
class RareCharsetsTest {

    @ParameterizedTest
    @CsvSource({
        "utf-7, Gr+APwA3w-n, Grüßn",
        "utf-7, a +- b +AOk, a + b é",
        "UNICODE-1-1-UTF-7, +2D3eAA-!, 😀!",
        "iso-8859-10, \u00bd, ―",
        "latin6, \u00ff, ĸ",
        "iso-8859-14, \u00d0\u00f0, Ŵŵ",
        "cp865, \u009d, Ø",
        "cp874, \u0080, €",
        "utf-16, A\u0000, A",
        "utf-16, \u00fe\u00ff\u0000A, A",
        "shift_jis, \u0081\\, ―",
        "euc-jp, \u00a1\u00bd, ―",
        "iso-2022-jp, x\u001b$B!=\u001b(B, x―",
        "gbk, \u00c4\u00e3, 你",
    })
    void bodiesAreReadAsDeclared(String charset, String bytes, String text) {
        assertThat(body(charset, bytes)).isEqualTo(text);
    }

    /** What does not fit is UTF-8, else windows-1252. */
    @ParameterizedTest
    @CsvSource({
        "utf-7, a+b, a+b",
        "utf-7, +AOkA-, +AOkA-",
        "utf-7, +2AA-x, +2AA-x",
        "utf-7, é, é",
        "utf-7, a+AO, a+AO",
        "gbk, \u00a1\u0040, ¡@",
        "iso-2022-kr, x\u001b$)C\u000e\"i\u000fx, x\u001b$)C\u000e\"i\u000fx",
        "utf-32le, \u0001\u00d8\u0000\u0000, \u0001Ø",
    })
    void whatPatchworksPlatformDoesNotReadIsNotRead(String charset, String bytes, String text) {
        assertThat(body(charset, bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-7?q?Gr+APwA3w-n?=",
                "=?utf-7?q?a+-b_+2D3eAA-?=",
                "=?iso-8859-10?q?=B1=FF?=",
                "=?iso-8859-14?q?=D0=F0?=",
                "=?utf-16?b?//5BAEIA?=",
                "=?utf-32?b?//4AAEEAAAA=?=",
                "=?iso-2022-jp?b?GyRCIT0bKEI=?=",
            })
    void encodedWordsAreStoredUnderTheNameThatTheyCameWith(String word) {
        var mail = Samples.withSubject(word);

        assertThat(mail.subjectText()).get().asString().doesNotContain("\uFFFD", "=?");
        assertThat(mail.storedHeaders()).isEqualTo("Subject: " + word);
    }

    @Test
    void aWordOfUtf7IsSplitBetweenCharacters() {
        var mail = Samples.withSubject("=?utf-7?q?%s?=".formatted("+YH1ZfQ-".repeat(12)));

        assertThat(mail.storedHeaders().lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.length() <= 78)
                .allMatch(line -> line.endsWith("-?="));
        assertThat(mail.subjectText()).contains("恽好".repeat(12));
    }

    @Test
    void aWordOfUtf16IsAsLongAsItsBytes() {
        var letters = "YQBhAGEA".repeat(14);
        var mail = Samples.withSubject("=?utf-16le?b?" + letters + "?=");

        assertThat(mail.storedHeaders().lines()).hasSize(3).allMatch(line -> line.length() <= 78);
    }

    @Test
    void aWordThatPatchworksPlatformDoesNotReadIsStoredAsUnknown() {
        assertThat(Samples.withSubject("=?gbk?q?=A1=40?=").storedHeaders())
                .isEqualTo("Subject: =?unknown-8bit?b?oUA=?=");
    }

    private static String body(String charset, String bytes) {
        return Samples.mailOfBytes(
                        "Content-Type: text/plain; charset=%s\n\n%s".formatted(charset, bytes))
                .body()
                .content();
    }
}
