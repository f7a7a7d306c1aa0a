package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * What a patch or cover letter holds by which other versions of its series are known.
 *
 * @param lines of the changed lines without their blanks; those with fewer than four other
 *     characters are in too many patches
 * @param files of their names without the first component
 */
public record Signs(List<Claim> claims, Sample lines, Sample files) {

    private static final int SHORTEST_LINE = 4;

    /** What follows in a patch of such a length tells nothing more. */
    private static final int LONGEST_DIFF = 1 << 20;

    /** Of a text that was read from a mail. */
    public static Signs of(@Nullable String content, @Nullable String diff) {
        var claims = new ClaimReader();
        if (content != null) {
            claims.read(content);
        }
        var lines = new Hashes();
        var files = new Hashes();
        if (diff == null) {
            return new Signs(claims.claims(), lines.sample(), files.sample());
        }
        read(diff, claims, lines, files);
        return new Signs(claims.claims(), lines.sample(), files.sample());
    }

    /**
     * What the headers of a mail tell.
     *
     * @param msgid as stored
     * @param references the mails that it answers; none for a patch that is not the first of its
     *     series, which answers that
     */
    public static List<Claim> ofHeaders(String msgid, List<String> references) {
        var claims = new ClaimReader();
        claims.readId(msgid);
        claims.readReferences(references);
        return claims.claims();
    }

    private static void read(String diff, ClaimReader claims, Hashes lines, Hashes files) {
        int length = Math.min(diff.length(), LONGEST_DIFF);
        int at = 0;
        while (at < length) {
            int end = diff.indexOf('\n', at);
            end = end < 0 ? diff.length() : end;
            char first = end > at ? diff.charAt(at) : ' ';
            if (first == '+' || first == '-') {
                if (diff.startsWith(first == '+' ? "+++ " : "--- ", at)) {
                    readName(diff, at + 4, end, files);
                } else {
                    readLine(diff, at, end, lines);
                }
            } else if (first == 'c' || first == 'p') {
                // b4 writes its trailers behind the diff. No line of a hunk begins so.
                claims.read(diff.substring(at, end));
            }
            at = end + 1;
        }
    }

    private static void readLine(String diff, int start, int end, Hashes lines) {
        long hash = TextHash.START;
        int length = 0;
        for (int i = start; i < end; i++) {
            char character = diff.charAt(i);
            if (character > ' ') {
                hash = TextHash.with(hash, character);
                length++;
            }
        }
        if (length >= SHORTEST_LINE) {
            lines.add((int) TextHash.mixed(hash));
        }
    }

    private static void readName(String diff, int start, int lineEnd, Hashes files) {
        int end = start;
        while (end < lineEnd && diff.charAt(end) != '\t' && diff.charAt(end) != '\r') {
            end++;
        }
        int slash = diff.indexOf('/', start);
        if (slash >= 0 && slash < end && !diff.startsWith("/dev/null", start)) {
            files.add((int) TextHash.of(diff.substring(slash + 1, end)));
        }
    }

    /** Numbers of which only the lowest are kept. */
    private static final class Hashes {

        private int[] values = new int[16];
        private int many;
        private int highest = -1;

        void add(int value) {
            if (Integer.compareUnsigned(value, highest) > 0) {
                return;
            }
            if (many == values.length) {
                if (many < 8 * Sample.MOST) {
                    values = Arrays.copyOf(values, many * 2);
                } else {
                    thin();
                }
            }
            values[many++] = value;
        }

        private void thin() {
            var sample = sample();
            many = sample.copyTo(values);
            if (many == Sample.MOST) {
                highest = values[many - 1];
            }
        }

        Sample sample() {
            return Sample.of(values, many);
        }
    }
}
