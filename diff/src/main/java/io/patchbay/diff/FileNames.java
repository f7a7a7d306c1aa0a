package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

/**
 * What a file is called before and after, read from the header of its diff.
 *
 * @param oldName as it stands there, null if there was no file
 * @param newName as it stands there, null if there will be no file
 * @param oldPath without a prefix like {@code a/}
 * @param newPath without a prefix like {@code b/}
 */
record FileNames(
        @Nullable String oldName,
        @Nullable String newName,
        @Nullable String oldPath,
        @Nullable String newPath) {

    private static final String NO_FILE = "/dev/null";

    /** Those that git gives, one letter before a slash ({@code diff.mnemonicPrefix}). */
    private static final String PREFIXES = "abciow12";

    static FileNames of(LineTable lines, int firstLine, int headerEnd) {
        var oldPath = name(header(lines, firstLine, headerEnd, ExtendedHeader.RENAME_FROM));
        var newPath = name(header(lines, firstLine, headerEnd, ExtendedHeader.RENAME_TO));
        if (oldPath == null) {
            oldPath = name(header(lines, firstLine, headerEnd, ExtendedHeader.COPY_FROM));
        }
        if (newPath == null) {
            newPath = name(header(lines, firstLine, headerEnd, ExtendedHeader.COPY_TO));
        }
        if (oldPath != null && newPath != null) {
            return new FileNames(oldPath, newPath, oldPath, newPath);
        }
        return named(lines, firstLine, headerEnd);
    }

    private static FileNames named(LineTable lines, int firstLine, int headerEnd) {
        var told = NamePair.ofFirstLine(lines, firstLine);
        boolean isNew = has(lines, firstLine, headerEnd, ExtendedHeader.NEW_FILE_MODE);
        boolean isGone = has(lines, firstLine, headerEnd, ExtendedHeader.DELETED_FILE_MODE);
        var shown = namesIn(lines, firstLine, headerEnd);
        var names = shown == null ? told : shown;
        if (names == null) {
            return new FileNames(null, null, null, null);
        }
        // One side alone cannot tell whether it has a prefix.
        boolean prefixed =
                told != null && names.isOneSided() ? told.isPrefixed() : names.isPrefixed();
        var oldName = isNew ? null : names.oldName();
        var newName = isGone ? null : names.newName();
        return new FileNames(oldName, newName, path(oldName, prefixed), path(newName, prefixed));
    }

    private static @Nullable NamePair namesIn(LineTable lines, int firstLine, int headerEnd) {
        for (int line = firstLine; line + 1 < headerEnd; line++) {
            if (lines.kind(line) == LineKind.OLD_FILE
                    && lines.kind(line + 1) == LineKind.NEW_FILE) {
                return new NamePair(shown(lines.line(line)), shown(lines.line(line + 1)));
            }
        }
        return null;
    }

    /** Behind {@code "--- "} or {@code "+++ "}. */
    private static @Nullable String shown(String line) {
        var name = QuotedName.withoutTime(line.substring(4));
        return name.equals(NO_FILE) ? null : name;
    }

    private static @Nullable String name(@Nullable String value) {
        return value == null ? null : QuotedName.unquote(value);
    }

    static @Nullable String header(
            LineTable lines, int firstLine, int headerEnd, ExtendedHeader header) {
        for (int line = firstLine; line < headerEnd; line++) {
            if (lines.kind(line) == LineKind.EXTENDED_HEADER
                    && lines.begins(line, header.words())) {
                return lines.line(line).substring(header.words().length());
            }
        }
        return null;
    }

    private static boolean has(
            LineTable lines, int firstLine, int headerEnd, ExtendedHeader header) {
        return header(lines, firstLine, headerEnd, header) != null;
    }

    private static @Nullable String path(@Nullable String name, boolean prefixed) {
        return name == null || !prefixed ? name : name.substring(name.indexOf('/') + 1);
    }

    /** Whether the name begins with a letter that git gives. */
    static boolean hasPrefix(String name) {
        return name.length() > 2 && name.charAt(1) == '/' && PREFIXES.indexOf(name.charAt(0)) >= 0;
    }
}
