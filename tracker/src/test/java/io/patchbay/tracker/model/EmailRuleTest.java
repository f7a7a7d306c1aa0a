package io.patchbay.tracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages mail links to what passes, so it must be one address and nothing more. */
class EmailRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "joe@example.org", "j.o'e+x@a.b-c.example", "ü@example.org"})
    void anAddressCanBeGiven(String text) {
        assertThat(TextRule.EMAIL.brokenBy(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joe",
                "@example.org",
                "joe@example",
                "joe@.org",
                "joe@example.org.",
                "a@b@example.org",
                "a@example.org,b@example.org",
                "a;b@example.org",
                "joe@example.org\nBcc: b",
                "Joe <joe@example.org>",
                "\"joe\"@example.org"
            })
    void whatCouldBeMoreThanOneAddressCannot(String text) {
        assertThat(TextRule.EMAIL.brokenBy(text)).isInstanceOf(TextRule.Broken.OtherForm.class);
    }
}
