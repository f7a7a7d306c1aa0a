package io.patchbay.mail.diff;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;
import io.patchbay.diff.ParsedDiff;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.TreeSet;

/** A diff as the mail carried it; its text ends with a line feed and may contain CRs. */
public final class Diff {

    private final String text;
    private final @Nullable DiffEncoding encoding;
    private @Nullable LineTable lines;
    private @Nullable String hash;

    public Diff(String text) {
        this(text, null);
    }

    /**
     * @param encoding null if the diff came in UTF-8
     */
    public Diff(String text, @Nullable DiffEncoding encoding) {
        this.text = text;
        this.encoding = encoding;
    }

    /** Of lines that are found already. */
    public Diff(LineTable lines) {
        this(lines, null);
    }

    /** Of lines that are found already, like {@link #Diff(String, DiffEncoding)}. */
    public Diff(LineTable lines, @Nullable DiffEncoding encoding) {
        this(lines.text(), encoding);
        this.lines = lines;
    }

    public String text() {
        return text;
    }

    /** Null if the bytes of the diff are its text in UTF-8. */
    public @Nullable DiffEncoding encoding() {
        return encoding;
    }

    public LineTable lines() {
        var known = lines;
        if (known == null) {
            known = LineTable.of(text);
            lines = known;
        }
        return known;
    }

    /** Its files and hunks; read anew by each call. */
    public ParsedDiff parsed() {
        return ParsedDiff.of(lines());
    }

    /** The identity of the change whatever its line numbers: SHA-1, 40 lower-case hex digits. */
    public String hash() {
        var known = hash;
        if (known == null) {
            known = DiffHash.of(lines());
            hash = known;
        }
        return known;
    }

    /**
     * The files that the diff touches, without their first path component, each once, sorted
     * (mail-ingest §13). Removed lines that look like names count too, as they do in Patchwork;
     * {@link ParsedDiff} tells better.
     */
    public List<String> fileNames() {
        var names = new TreeSet<String>();
        var known = lines();
        for (int line = 0; line < known.size(); line++) {
            var kind = known.kind(line);
            if (kind == LineKind.OLD_FILE || kind == LineKind.NEW_FILE) {
                var path = FileLine.path(text, known.start(line), known.end(line));
                if (path != null && !path.startsWith("/dev/null")) {
                    names.add(FileLine.withoutFirstComponent(path));
                }
            }
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
