package io.patchbay.store.packing;

/** Where mails stand, by what was made of them. */
public enum MailTable {
    PATCH("patch", "patch", "patch_text", "patch_id"),
    COVER("cover", "cover", "cover_text", "cover_id"),
    PATCH_COMMENT("patch_comment", "patch", "patch_comment", "id"),
    COVER_COMMENT("cover_comment", "cover", "cover_comment", "id");

    private final String table;
    private final String parent;
    private final String texts;
    private final String key;

    MailTable(String table, String parent, String texts, String key) {
        this.table = table;
        this.parent = parent;
        this.texts = texts;
        this.key = key;
    }

    /** What names the mails: ids, Message-IDs, dates. */
    public String table() {
        return table;
    }

    /** What a comment is on; of others, the table itself. */
    public String parent() {
        return parent;
    }

    public boolean isOfComments() {
        return !table.equals(parent);
    }

    /** What holds the texts. */
    public String texts() {
        return texts;
    }

    /** The column of the ids there. */
    public String key() {
        return key;
    }

    /** Sets the columns of texts to nothing, for a row that is packed. */
    public String cleared() {
        return "headers = '', content = null" + (this == PATCH ? ", diff = null" : "");
    }

    /** The columns of {@link StoredText}. */
    public String columns() {
        return this == PATCH ? StoredText.PATCH : StoredText.COLUMNS;
    }

    /** The same, each with its table before it. */
    public String columns(String table) {
        return table + "." + columns().replace(", ", ", " + table + ".");
    }
}
