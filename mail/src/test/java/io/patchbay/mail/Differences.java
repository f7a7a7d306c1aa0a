package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Gathers where the reader and the reference disagree, so that a test can show all of it. */
final class Differences {

    private static final int SHOWN = 300;

    private final Map<String, String> found = new LinkedHashMap<>();
    private int compared;

    void compare(String what, @Nullable Object expected, @Nullable Object actual) {
        compared++;
        if (!Objects.equals(expected, actual)) {
            found.put(what, "expected %s but was %s".formatted(shown(expected), shown(actual)));
        }
    }

    private static String shown(@Nullable Object value) {
        var text = String.valueOf(value).replace("\n", "\\n");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The differences are those that we want, no more and no fewer. */
    void expectOnly(Set<String> wanted, int leastCompared) {
        assertThat(found.keySet()).as("%s", found).isEqualTo(wanted);
        assertThat(compared).isGreaterThanOrEqualTo(leastCompared);
    }
}
