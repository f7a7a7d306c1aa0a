package io.patchbay.mail.text;

/**
 * How much a mail may ask of its reader. A mail beyond a limit is refused with {@link
 * UnreadableMail}.
 *
 * @param headers header fields in one header section
 * @param headerSize bytes in one header section
 * @param lineLength bytes in one header line
 * @param depth nesting of MIME parts
 * @param parts MIME parts in all
 * @param decodedSize bytes of text after transfer decoding, all parts together
 * @param references Message-IDs in In-Reply-To and References together
 */
public record Limits(
        int headers,
        int headerSize,
        int lineLength,
        int depth,
        int parts,
        int decodedSize,
        int references) {

    /** Far above what lists carry; a mail of the usual maximum size of 50 MB stays readable. */
    public static final Limits GENEROUS =
            new Limits(5_000, 1 << 21, 1 << 20, 64, 5_000, 128 << 20, 10_000);

    /** For text that was read before. */
    public static final Limits NONE =
            new Limits(
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE);

    public void checkHeaders(int found) {
        check("headers", "header fields in a section", headers, found);
    }

    public void checkHeaderSize(int found) {
        check("headerSize", "bytes in a header section", headerSize, found);
    }

    public void checkLineLength(int found) {
        check("lineLength", "bytes in a header line", lineLength, found);
    }

    public void checkDepth(int found) {
        check("depth", "levels of nested parts", depth, found);
    }

    public void checkParts(int found) {
        check("parts", "parts", parts, found);
    }

    public void checkDecodedSize(long found) {
        check("decodedSize", "bytes of decoded text", decodedSize, found);
    }

    public void checkReferences(int found) {
        check("references", "references", references, found);
    }

    private static void check(String limit, String meaning, long allowed, long found) {
        if (found > allowed) {
            throw new UnreadableMail(limit, meaning, allowed, found);
        }
    }
}
