package io.patchbay.mail;

import java.util.List;

/** A diff as the mail carried it; its text ends with a line feed and may contain CRs. */
public final class Diff {

    private final String text;

    public Diff(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The identity of the change whatever its line numbers: SHA-1, 40 lower-case hex digits. */
    public String hash() {
        throw new UnsupportedOperationException("hash");
    }

    /** The files that the diff touches, without their first path component, each once, sorted. */
    public List<String> fileNames() {
        throw new UnsupportedOperationException("fileNames");
    }
}
