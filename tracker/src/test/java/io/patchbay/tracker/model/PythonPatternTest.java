package io.patchbay.tracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.PatternSyntaxException;

class PythonPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[[]patch PATCH] false",
                "^[[]patch [PATCH] true",
                "[]x] a] true",
                "[^]x] ]x false",
                "[a&&b] & true",
                "[a-c\\]]d ]D true",
                "{net} {net} true",
                "x{2} xx true",
                "^x{,2}$ xxx false",
                "^x{1,}$ xxx true",
                "x{ x{ true",
                "x{1,2,3} x{1,2,3} true",
                "(?P<a_b>x)y(?P=a_b) xyx true",
                "(?P<a_b>x)y(?P=a_b) xyy false",
                "net\\Z net true",
                "\\[.*net-next.*\\] [PATCH,net-next] true",
                "\\bÄ\\w+ äx true",
            })
    void readsWhatPythonReads(String pattern, String text, boolean found) {
        assertThat(PythonPattern.compile(pattern).matcher(text).find()).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "(", "(?P<a", "*", "\\"})
    void refusesWhatPythonRefuses(String pattern) {
        assertThatThrownBy(() -> PythonPattern.compile(pattern))
                .isInstanceOf(PatternSyntaxException.class);
    }
}
