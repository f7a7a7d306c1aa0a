package io.patchbay.mail.diff;

import io.patchbay.diff.DiffFile;
import io.patchbay.diff.ExtendedHeader;
import io.patchbay.diff.Hunk;
import io.patchbay.diff.HunkLine.Role;
import io.patchbay.diff.ParsedDiff;
import io.patchbay.mail.text.Ascii;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The ids that git's index lines tell of files, where the diff shows a file whole: they tell in
 * which bytes the sender has it, whatever a program made of the mail on its way.
 */
final class BlobIds {

    /** git writes no fewer digits by default, and fewer could fit by chance. */
    private static final int FEWEST_DIGITS = 7;

    private final ParsedDiff diff;
    private final Charset charset;

    private BlobIds(ParsedDiff diff, Charset charset) {
        this.diff = diff;
        this.charset = charset;
    }

    /**
     * Whether some file that is not all ASCII has the id of its text in that charset. False also
     * where no such file is shown whole.
     */
    static boolean tell(String diff, Charset charset) {
        var parsed = ParsedDiff.of(LineEnds.ofFiles(diff));
        var ids = new BlobIds(parsed, charset);
        return parsed.files().stream().anyMatch(ids::fits);
    }

    private boolean fits(DiffFile file) {
        var index = file.header(ExtendedHeader.INDEX);
        var hunks = file.hunks();
        int dots = index == null ? -1 : index.indexOf("..");
        if (index == null || dots < 0 || hunks.size() != 1) {
            return false;
        }
        int blank = index.indexOf(' ', dots);
        var hunk = hunks.getFirst();
        var before = index.substring(0, dots);
        var after = index.substring(dots + 2, blank < 0 ? index.length() : blank);
        return hunk.header().newStart() <= 1 && fits(side(hunk, Role.REMOVED), after)
                || hunk.header().oldStart() <= 1 && fits(side(hunk, Role.ADDED), before);
    }

    private boolean fits(@Nullable String content, String id) {
        return content != null
                && id.length() >= FEWEST_DIGITS
                && !Ascii.isAll(content)
                && idOf(content.getBytes(charset)).startsWith(id);
    }

    /** What the hunk shows of one of the two files; null if a line of it is damaged. */
    private @Nullable String side(Hunk hunk, Role left) {
        if (!hunk.isComplete()) {
            return null;
        }
        var content = new StringBuilder();
        boolean shown = false;
        for (var line : hunk.lines()) {
            if (line.role() != Role.REMARK) {
                shown = line.role() != left;
                content.append(shown ? line.contentIn(diff) + "\n" : "");
            } else if (shown && !content.isEmpty()) {
                content.setLength(content.length() - 1);
            }
        }
        return content.toString();
    }

    private static String idOf(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            var kind = "blob " + content.length + "\0";
            digest.update(kind.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime must offer SHA-1", missing);
        }
    }
}
