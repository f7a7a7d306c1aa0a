package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

/** Both names of a file as they stand in a diff, null for a side that is not there. */
record NamePair(@Nullable String oldName, @Nullable String newName) {

    /** So many are looked at, to stay linear. */
    private static final int MOST_SLASHES = 64;

    /** Of the line that begins the diff of a file, as far as it tells names. */
    static @Nullable NamePair ofFirstLine(LineTable lines, int line) {
        var text = lines.line(line);
        return switch (lines.kind(line)) {
            case GIT_DIFF -> ofGit(text.substring("diff --git ".length()));
            case COMBINED_DIFF -> both(text.substring(text.indexOf(' ', "diff ".length()) + 1));
            case INDEX -> both(text.substring("Index: ".length()));
            default -> null;
        };
    }

    private static NamePair both(String written) {
        var name = QuotedName.unquote(written);
        return new NamePair(name, name);
    }

    /** Nothing tells where the first name ends; mostly both are the same but for their prefix. */
    private static NamePair ofGit(String written) {
        int split = splitOf(written);
        return split < 0
                ? both(written)
                : new NamePair(
                        QuotedName.unquote(written.substring(0, split)),
                        QuotedName.unquote(written.substring(split + 1)));
    }

    /** The blank between the names; -1 if there is none. */
    private static int splitOf(String written) {
        if (written.startsWith("\"")) {
            return written.indexOf(' ', QuotedName.end(written));
        }
        if (written.endsWith("\"") && written.contains(" \"")) {
            return written.indexOf(" \"");
        }
        int middle = written.length() / 2;
        boolean halves =
                written.length() % 2 == 1
                        && written.charAt(middle) == ' '
                        && areAlike(written.substring(0, middle), written.substring(middle + 1));
        return halves ? middle : splitOfUnlike(written);
    }

    /** Prefixes of different lengths, as {@code --dst-prefix} may give; or different names. */
    private static int splitOfUnlike(String written) {
        int rest = written.indexOf('/') + 1;
        int slash = rest;
        for (int tries = 0; rest > 0 && tries < MOST_SLASHES; tries++) {
            slash = written.indexOf('/', slash) + 1;
            if (slash == 0) {
                break;
            }
            int length = written.length() - slash;
            int split = rest + length;
            if (split < slash
                    && written.charAt(split) == ' '
                    && written.regionMatches(rest, written, slash, length)) {
                return split;
            }
        }
        int second = written.lastIndexOf(" b/");
        return second < 0 ? written.indexOf(' ') : second;
    }

    private static boolean areAlike(String one, String other) {
        return one.equals(other) || rest(one).equals(rest(other));
    }

    private static String rest(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    boolean isOneSided() {
        return oldName == null || newName == null;
    }

    /**
     * Git's prefixes differ, so do the folders that were compared by {@code diff -r}; Subversion
     * and {@code git diff --no-prefix} write the same path twice.
     */
    boolean isPrefixed() {
        if (oldName != null && newName != null) {
            return !oldName.equals(newName)
                    && oldName.indexOf('/') > 0
                    && newName.indexOf('/') > 0
                    && rest(oldName).equals(rest(newName));
        }
        var name = oldName == null ? newName : oldName;
        return name != null && FileNames.hasPrefix(name);
    }
}
