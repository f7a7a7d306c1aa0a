package io.patchbay.diff;

/** The lines that git writes between {@code diff --git} and the names, by how they begin. */
public enum ExtendedHeader {
    OLD_MODE("old mode "),
    NEW_MODE("new mode "),
    DELETED_FILE_MODE("deleted file mode "),
    NEW_FILE_MODE("new file mode "),
    COPY_FROM("copy from "),
    COPY_TO("copy to "),
    RENAME_FROM("rename from "),
    RENAME_TO("rename to "),
    SIMILARITY("similarity index "),
    DISSIMILARITY("dissimilarity index "),
    INDEX("index ");

    private final String words;

    ExtendedHeader(String words) {
        this.words = words;
    }

    /** How the line begins, the blank before its value included. */
    public String words() {
        return words;
    }

    boolean isAt(String text, int start) {
        return text.startsWith(words, start);
    }
}
