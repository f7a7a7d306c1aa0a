package io.patchbay.intake.lmtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Semaphore;

class ContentTest {

    private final Semaphore kilobytes = new Semaphore(1_024);

    /** With C for CR and L for LF. */
    @ParameterizedTest
    @CsvSource({
        "aCL.CL, aCL",
        ".CL, ''",
        "aCL..CL.CL, aCL.CL",
        "aCL...bCL.CL, aCL..bCL",
        "aCL.bCL.CL, aCLbCL",
        "aCL.CbCL.CL, aCLCbCL",
        "aCL.CCL.CL, aCLCCL",
        "aCL.LbCL.CL, aCLLbCL",
        "CL.CL, CL",
    })
    void aDotBehindCrLfIsTakenOffAndALineOfADotIsTheEnd(String sent, String expected) {
        var content = taken(sent + "QUIT");

        assertThat(content.hasEnded()).isTrue();
        assertThat(text(content)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aL.L", "aL.CL", "aCL.L", "aC.CL", "aC.C", "aCL.C", "aCCL.C", ".L", ".C.CL"})
    void nothingElseIsTheEndSoNoSecondMailCanBeHiddenInAMail(String sent) {
        assertThat(taken(sent).hasEnded()).isFalse();
    }

    @Test
    void whatFollowsTheEndIsLeft() {
        var content = new Content(100, kilobytes);
        var bytes = bytes("aCL.CLQUIT");

        assertThat(content.take(bytes, 0, bytes.length)).isEqualTo(6);
    }

    @Test
    void howTheBytesArriveMakesNoDifference() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var sent =
                    random.ints(20, 0, 4)
                            .mapToObj(n -> "aCL.".substring(n, n + 1))
                            .reduce("", String::concat);
            var whole = taken(sent);
            var pieces = new Content(1_000, kilobytes);
            var bytes = bytes(sent);
            for (int at = 0; at < bytes.length && !pieces.hasEnded(); at++) {
                pieces.take(bytes, at, at + 1);
            }

            assertThat(text(pieces)).as(sent).isEqualTo(text(whole));
            assertThat(pieces.hasEnded()).as(sent).isEqualTo(whole.hasEnded());
        }
    }

    @Test
    void aMailOfTheLargestSizeIsTakenAndALargerOneIsNot() {
        var fits = new Content(100_000, kilobytes);
        var tooLarge = new Content(99_999, kilobytes);
        var bytes = bytes("a".repeat(99_998) + "CL.CL");

        fits.take(bytes, 0, bytes.length);
        tooLarge.take(bytes, 0, bytes.length);

        assertThat(fits.isTooLarge()).isFalse();
        assertThat(fits.bytes()).hasSize(100_000);
        assertThat(tooLarge.isTooLarge()).isTrue();
        assertThat(tooLarge.hasEnded()).isTrue();
        assertThat(tooLarge.bytes()).isEmpty();
    }

    @Test
    void memoryIsSharedAndGivenBack() {
        var first = new Content(1 << 20, kilobytes);
        var second = new Content(1 << 20, kilobytes);
        var bytes = bytes("a".repeat(900_000));

        first.take(bytes, 0, bytes.length);
        second.take(bytes, 0, bytes.length);

        assertThat(first.lacksMemory()).isFalse();
        assertThat(second.lacksMemory()).isTrue();
        first.close();
        second.close();
        assertThat(kilobytes.availablePermits()).isEqualTo(1_024);
    }

    private Content taken(String sent) {
        var content = new Content(1_000, kilobytes);
        var bytes = bytes(sent);
        content.take(bytes, 0, bytes.length);
        return content;
    }

    private static byte[] bytes(String text) {
        return text.replace('C', '\r').replace('L', '\n').getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.US_ASCII)
                .replace('\r', 'C')
                .replace('\n', 'L');
    }
}
