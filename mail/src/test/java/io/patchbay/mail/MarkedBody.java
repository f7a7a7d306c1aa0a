package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** Bodies whose lines are marked with the side that they belong to. */
final class MarkedBody {

    private MarkedBody() {}

    /**
     * The split of the body agrees with the marks.
     *
     * @param marked lines of the form {@code T text} and {@code D diff}
     */
    static void expect(String marked) {
        var body = new StringBuilder();
        var text = new StringBuilder();
        var diff = new StringBuilder();
        for (var line : marked.lines().toList()) {
            var content = (line.length() > 2 ? line.substring(2) : "") + "\n";
            body.append(content);
            (line.startsWith("T") ? text : diff).append(content);
        }
        var split = BodySplit.of(body.substring(0, body.length() - 1));

        assertThat(split.text()).isEqualTo(orNull(text));
        assertThat(split.diff()).isEqualTo(orNull(diff));
    }

    private static @Nullable String orNull(StringBuilder text) {
        return text.isEmpty() ? null : text.toString();
    }
}
