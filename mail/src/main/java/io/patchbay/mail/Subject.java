package io.patchbay.mail;

import java.util.List;
import java.util.Optional;

/**
 * A subject as a name to list a patch by: reply marks and list prefix gone, the remaining bracketed
 * words gathered in front.
 *
 * @param name not yet cut to what is stored, see {@link #storedName()}
 */
public record Subject(String name, List<String> prefixes) {

    /** Cleans a decoded header text; the words {@code patch} and the link name are left out. */
    public static Subject of(String cleaned, String linkName) {
        throw new UnsupportedOperationException("of");
    }

    /**
     * The prefixes of a name that was stored. Patchwork splits them anew, so that {@code [2 of 7]}
     * gives three words.
     */
    public static List<String> prefixesOf(String storedName) {
        throw new UnsupportedOperationException("prefixesOf");
    }

    /** Whether a decoded subject text announces a reply. */
    public static boolean isReply(String cleaned) {
        throw new UnsupportedOperationException("isReply");
    }

    public String storedName() {
        return StoredText.cut(name);
    }

    public Optional<SeriesMarker> marker() {
        throw new UnsupportedOperationException("marker");
    }

    /** The revision of the series, 1 if the subject names none. */
    public int version() {
        throw new UnsupportedOperationException("version");
    }
}
