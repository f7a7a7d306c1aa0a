package io.patchbay.mail.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.Space;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash over what a diff changes: file names without their first component, hunk headers as mere
 * line counts, and the lines of the hunks.
 */
public final class DiffHash {

    private final String text;
    private final MessageDigest digest = sha1();

    /** Lines that go into the hash unchanged are added to it together. */
    private int unchangedStart;

    private DiffHash(String text) {
        this.text = text;
    }

    public static String of(String diff) {
        var lines = Space.strip(diff.indexOf('\r') < 0 ? diff : diff.replace("\r", "")) + "\n";
        return new DiffHash(lines).hash();
    }

    private String hash() {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            char sign = text.charAt(start);
            if (sign == '-' || sign == '+') {
                fileLine(start, end);
            } else if (sign != ' ') {
                addUnchanged(start, end);
                hunkHeader(start, end);
            }
            start = end;
        }
        addUnchanged(start, start);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void fileLine(int start, int end) {
        var path = FileLine.pathAt(text, start, end);
        if (path == null) {
            return;
        }
        addUnchanged(start, end);
        var mark = text.charAt(start) == '-' ? "--- a/" : "+++ b/";
        add(mark + FileLine.withoutFirstComponent(path) + "\n");
    }

    private void hunkHeader(int start, int end) {
        var hunk = HunkHeader.at(text, start, end);
        if (hunk != null) {
            add("@@ -" + hunk.removed() + " +" + hunk.added() + " @@\n");
        }
    }

    /** Adds the unchanged lines before this line, which is not one of them. */
    private void addUnchanged(int start, int end) {
        if (start > unchangedStart) {
            add(text.substring(unchangedStart, start));
        }
        unchangedStart = end;
    }

    private void add(String lines) {
        digest.update(lines.getBytes(UTF_8));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime must offer SHA-1", missing);
        }
    }
}
