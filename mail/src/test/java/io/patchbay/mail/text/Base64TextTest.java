package io.patchbay.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.Random;

/** Base64 that a program wrote is decoded by the JDK, all other by our own decoder: both agree. */
class Base64TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "YQ",
                "YQ=",
                "YQ==",
                "YQ==\n\n",
                "YWI=\r\nYWJj\r\n",
                "YWJj\nYWJj\nYQ==\n",
                "YWJj YWJj\n",
                "YWJj!\n YWJj\n",
                "YWJj\rYWJj",
                "YWJjY",
                "====",
                "YR==",
                "a plain footer\n",
                "YWJj\n_____\n",
                "YWJj\u00e9\n"
            })
    void bothDecodersAgree(String text) {
        var lines = Base64Text.decodeLines(text);
        if (lines != null) {
            assertThat(lines).isEqualTo(Base64Text.decode(text, false));
            assertThat(Base64Text.end(text)).isEqualTo(text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"YWJj YWJj", "YWI=\nYWJj", "YWJjY", "a plain footer", "YWJj\u00e9"})
    void whatIsNoLinesOfDigitsIsLeftToTheOther(String text) {
        assertThat(Base64Text.decodeLines(text)).isNull();
    }

    @Test
    void linesOfAnyLengthAreDecoded() {
        var random = new Random(7);
        for (int length = 0; length < 300; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            var separator = (length % 2 == 0 ? "\n" : "\r\n").getBytes(ISO_8859_1);
            var encoder = Base64.getMimeEncoder(4 * (1 + random.nextInt(19)), separator);
            var text = encoder.encodeToString(bytes) + (length % 3 == 0 ? "" : "\n");

            assertThat(Base64Text.decodeLines(text)).as(text).isEqualTo(bytes);
            assertThat(Base64Text.decode(text, false)).as(text).isEqualTo(bytes);
        }
    }
}
