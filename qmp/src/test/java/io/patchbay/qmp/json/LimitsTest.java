package io.patchbay.qmp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Messages that are too large (spec §3.2). */
class LimitsTest {

    @Test
    void aThousandAndTwentyFourLevelsAreAllowed() {
        var nested = "[".repeat(1024) + "]".repeat(1024);

        assertThat(Bytes.readAtOnce(Bytes.of(nested))).containsExactly(nested);
    }

    @Test
    void theNextLevelIsRefusedAtOnceAndReadingGoesOn() {
        assertThat(Bytes.readAtOnce(Bytes.of("[".repeat(1025) + "{}")))
                .containsExactly("! JSON nesting depth limit exceeded", "{}");
    }

    @Test
    void bracesAndBracketsCountTogether() {
        assertThat(read(new Limits(1000, 1000, 3), "[{\"a\":[1]}] [{\"a\":[{"))
                .containsExactly("[{\"a\": [1]}]", "! JSON nesting depth limit exceeded");
    }

    @Test
    void theSizeOfAllTokensOfAMessageIsLimited() {
        // One byte more than the tokens have must still be within the limit.
        assertThat(read(new Limits(10, 100, 10), "[\"12345\"] [ \"123456\" ] []"))
                .containsExactly("[\"12345\"]", "! JSON token size limit exceeded", "[]");
    }

    @Test
    void aTokenWithoutEndIsGivenUp() {
        var limits = new Limits(100, 100, 10);

        assertThat(read(limits, "\"" + "x".repeat(100) + "\n{}"))
                .containsExactly("! JSON token size limit exceeded", "{}");
    }

    @Test
    void theNumberOfTokensIsLimited() {
        assertThat(read(new Limits(1000, 5, 10), "[1,2] [1,2,3] {}"))
                .containsExactly(
                        "[1, 2]",
                        "! JSON token count limit exceeded",
                        "! JSON parse error, expecting value",
                        "{}");
    }

    private static List<String> read(Limits limits, String input) {
        var seen = new ArrayList<String>();
        Bytes.readInto(seen, new MessageReader(limits), ByteBuffer.wrap(Bytes.of(input)));
        return seen;
    }
}
