package io.patchbay.mail;

import io.patchbay.mail.diff.Diff;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says and the diff that it carries, if any.
 *
 * @param content the text without signature, stripped, line ends as LF; empty if there is none
 */
public record Body(String content, @Nullable Diff diff) {

    /** Such a mail is not worth keeping. */
    public boolean isEmpty() {
        return diff == null && content.isEmpty();
    }
}
