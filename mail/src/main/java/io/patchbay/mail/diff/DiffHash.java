package io.patchbay.mail.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.diff.LineTable;
import io.patchbay.mail.text.Space;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash over what a diff changes: file names without their first component, hunk headers as mere
 * line counts, and the lines of the hunks (mail-ingest §14). What a line looks like decides, not
 * where it stands.
 */
public final class DiffHash {

    private final LineTable lines;
    private final String text;

    /** What follows is white space. */
    private final int textEnd;

    private final MessageDigest digest = sha1();

    /** Lines that go into the hash unchanged are added to it together. */
    private int unchangedStart;

    private DiffHash(LineTable lines, int textEnd) {
        this.lines = lines;
        this.text = lines.text();
        this.textEnd = textEnd;
    }

    public static String of(String diff) {
        return of(LineTable.of(diff));
    }

    /** Of lines that are found already. */
    public static String of(LineTable lines) {
        var text = lines.text();
        boolean needsChange =
                !text.isEmpty() && Space.is(text.charAt(0)) || text.indexOf('\r') >= 0;
        if (needsChange) {
            return of(LineTable.of(Space.strip(text.replace("\r", ""))));
        }
        return new DiffHash(lines, Space.skipBack(text, 0, text.length())).hash();
    }

    private String hash() {
        for (int line = 0; line < lines.size() && lines.start(line) < textEnd; line++) {
            switch (lines.kind(line)) {
                case CONTEXT, ADDED, REMOVED -> {
                    // goes in unchanged
                }
                case OLD_FILE -> fileLine(line, "--- a/");
                case NEW_FILE -> fileLine(line, "+++ b/");
                case HUNK -> hunkHeader(line);
                case COMBINED_HUNK,
                        GIT_DIFF,
                        COMBINED_DIFF,
                        OTHER_DIFF,
                        INDEX,
                        EXTENDED_HEADER,
                        GIT_BINARY,
                        BINARY_FILES,
                        NO_NEWLINE,
                        EMPTY,
                        OTHER ->
                        leaveOut(line);
            }
        }
        if (unchangedStart < textEnd) {
            addUnchanged(textEnd);
            add("\n");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void fileLine(int line, String mark) {
        var path = FileLine.path(text, lines.start(line), Math.min(lines.end(line), textEnd));
        if (path != null) {
            leaveOut(line);
            add(mark + FileLine.withoutFirstComponent(path) + "\n");
        }
    }

    private void hunkHeader(int line) {
        leaveOut(line);
        var hunk = lines.hunkHeader(line);
        if (hunk != null) {
            add("@@ -" + hunk.oldCount() + " +" + hunk.newCount() + " @@\n");
        }
    }

    private void leaveOut(int line) {
        addUnchanged(lines.start(line));
        unchangedStart = lines.end(line);
    }

    /** Adds the unchanged lines before this place. */
    private void addUnchanged(int end) {
        if (end > unchangedStart) {
            add(text.substring(unchangedStart, end));
        }
    }

    private void add(String part) {
        digest.update(part.getBytes(UTF_8));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime must offer SHA-1", missing);
        }
    }
}
