package io.patchbay.mail;

import java.util.List;

/** The header section in the form in which it is stored and shown: {@code Name: value} lines. */
public final class StoredHeaders {

    /** No line is longer than this if it can be broken; the name counts. */
    public static final int LINE_LENGTH = 78;

    private StoredHeaders() {}

    /** The fields of a stored header block in order; folding and encoded words are kept. */
    public static List<Header> parse(String stored) {
        throw new UnsupportedOperationException("parse");
    }

    /**
     * The lines of a header as an mbox shows it, without a final line break: folded at 78
     * characters, further lines indented by a space; folds of the value are kept. A value that is
     * not ASCII becomes utf-8 encoded words.
     */
    public static String fold(Header header) {
        throw new UnsupportedOperationException("fold");
    }

    /** {@code Name <address>}: the name quoted or as an encoded word if it needs to be. */
    public static String mailbox(Author author) {
        throw new UnsupportedOperationException("mailbox");
    }
}
