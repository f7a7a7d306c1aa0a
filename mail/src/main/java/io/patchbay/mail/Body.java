package io.patchbay.mail;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;
import io.patchbay.mail.diff.Diff;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a mail says and the diff that it carries, if any.
 *
 * @param content the text without signature, stripped, line ends as LF; empty if there is none
 */
public record Body(String content, @Nullable Diff diff) {

    /**
     * A line of the text that only a diff has, while no diff was found: some program has broken the
     * lines, or cut them. Empty if there is none.
     */
    public Optional<String> unreadDiff() {
        if (diff != null) {
            return Optional.empty();
        }
        var lines = LineTable.of(content);
        for (int line = 0; line < lines.size(); line++) {
            var kind = lines.kind(line);
            if (kind == LineKind.GIT_DIFF || kind == LineKind.HUNK) {
                return Optional.of(lines.line(line));
            }
        }
        return Optional.empty();
    }

    /** Such a mail is not worth keeping. */
    public boolean isEmpty() {
        return diff == null && content.isEmpty();
    }
}
