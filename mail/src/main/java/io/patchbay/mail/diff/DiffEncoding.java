package io.patchbay.mail.diff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.Charsets;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a diff that are not its text in UTF-8. Files are bytes to git, whatever a mail says
 * of its charset, and the text of a diff is what they were read as.
 *
 * @param charset the text's, by Java's name
 * @param octets a character for each byte; null if the text in that charset is those bytes
 */
public record DiffEncoding(String charset, @Nullable String octets) {

    /**
     * Whether a program made another charset of a mail with a diff in UTF-8: so the ids say that
     * git gave to its files.
     */
    public static boolean wasUtf8(String diff) {
        return BlobIds.tell(diff, UTF_8);
    }

    /**
     * The bytes of the diff, without the carriage returns of the mail ({@link LineEnds}); null if
     * this Java does not have the charset.
     */
    public byte @Nullable [] bytesOf(String diff) {
        if (octets != null) {
            return LineEnds.ofFiles(octets).getBytes(ISO_8859_1);
        }
        var known = Charsets.ofJava(charset);
        return known == null ? null : Charsets.encode(LineEnds.ofFiles(diff), known);
    }
}
