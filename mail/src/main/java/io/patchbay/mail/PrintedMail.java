package io.patchbay.mail;

import io.patchbay.mail.header.HeaderSection;
import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Lines;

import java.util.regex.Pattern;

/**
 * A text that is the output of {@code git format-patch} as it is: an envelope that names the
 * commit, and header fields that git takes from there as well as from the mail's own header.
 */
final class PrintedMail {

    private static final Pattern ENVELOPE =
            Pattern.compile("From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\\s*\\n");

    private PrintedMail() {}

    /** In an mbox the envelope would begin another mail. */
    static String withoutEnvelope(String text) {
        var envelope = ENVELOPE.matcher(text);
        return envelope.lookingAt() ? text.substring(envelope.end()) : text;
    }

    /** The subject that stands in fields at the beginning of a text; empty if there is none. */
    static String subjectIn(String text) {
        var value =
                HeaderSection.read(new Lines(text), Limits.NONE).firstValue("Subject").orElse("");
        var subject = HeaderText.clean(value);
        return subject == null ? "" : subject;
    }
}
