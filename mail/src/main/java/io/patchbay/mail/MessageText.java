package io.patchbay.mail;

import io.patchbay.mail.text.Space;

/** What a mail says, put together from its parts, up to a signature or the footer of a list. */
final class MessageText {

    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    /** Adds a text in which a signature may stand anywhere. */
    void add(String part) {
        add(part, 0);
    }

    /**
     * @param unsigned how much of the text stands above the end of a diff: no line of it is taken
     *     for a signature
     */
    void add(String part, int unsigned) {
        if (ended) {
            return;
        }
        int start = Space.skip(part, 0, part.length());
        int end = Space.skipBack(part, start, part.length());
        int signature = Signature.start(part, Math.max(start, unsigned), end);
        ended = signature < end;
        text.append(part, start, Math.min(signature, end)).append('\n');
    }

    /** Without white space around it; line ends as LF. */
    String content() {
        return Space.withoutNul(Space.strip(text.toString())).replace("\r\n", "\n");
    }
}
