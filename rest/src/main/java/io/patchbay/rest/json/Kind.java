package io.patchbay.rest.json;

/** What a field holds: the word for OPTIONS (rest-api §12), and type and format for OpenAPI. */
public enum Kind {
    INTEGER("integer", "integer", ""),
    TEXT("string", "string", ""),
    BOOLEAN("boolean", "boolean", ""),
    /** Without a zone, so that it is no date-time of OpenAPI. */
    DATE("datetime", "string", ""),
    EMAIL("email", "string", "email"),
    URL("url", "string", "uri"),
    SLUG("slug", "string", ""),
    CHECK_STATE("choice", "string", ""),
    /** The slug of a state. */
    STATE("field", "string", ""),
    /** An address that the server makes. */
    LINK("field", "string", "uri"),
    WORD("field", "string", ""),
    OBJECT("field", "object", ""),
    OBJECTS("field", "array", ""),
    LINKS("field", "array", "uri"),
    WORDS("field", "array", ""),
    /** An object with keys that are not known before. */
    MAP("field", "object", ""),
    /** An object whose parts can be written. */
    NESTED("nested object", "object", "");

    private final String word;
    private final String type;
    private final String format;

    Kind(String word, String type, String format) {
        this.word = word;
        this.type = type;
        this.format = format;
    }

    public String word() {
        return word;
    }

    public String type() {
        return type;
    }

    public String format() {
        return format;
    }
}
