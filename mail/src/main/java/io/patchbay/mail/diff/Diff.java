package io.patchbay.mail.diff;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.TreeSet;

/** A diff as the mail carried it; its text ends with a line feed and may contain CRs. */
public final class Diff {

    private final String text;
    private @Nullable String hash;

    public Diff(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The identity of the change whatever its line numbers: SHA-1, 40 lower-case hex digits. */
    public String hash() {
        var known = hash;
        if (known == null) {
            known = DiffHash.of(text);
            hash = known;
        }
        return known;
    }

    /** The files that the diff touches, without their first path component, each once, sorted. */
    public List<String> fileNames() {
        var names = new TreeSet<String>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            var path = FileLine.pathAt(text, start, end);
            if (path != null && !path.startsWith("/dev/null")) {
                names.add(FileLine.withoutFirstComponent(path));
            }
            start = end + 1;
        }
        return List.copyOf(names);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Diff diff && diff.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "a diff of %d characters".formatted(text.length());
    }
}
