package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Bodies of which little is much: they take more room the further they are read. */
enum UnfoldingBody {
    OBJECTS(HeldRequestsTest.CHECKS, "application/json", "[", "{\"a\":1},", 524_000, "\"", "\"]"),
    ESCAPES(
            HeldRequestsTest.CHECKS,
            HeldRequestsTest.FORM,
            "description=",
            "%61",
            1_300_000,
            "",
            ""),
    FIELDS(
            HeldRequestsTest.CHECKS,
            HeldRequestsTest.FORM,
            "",
            "a=%61&",
            19_000,
            "description=",
            ""),
    PART(
            HeldRequestsTest.CHECKS,
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=description\r\n\r\n",
            "",
            0,
            "",
            "\r\n--b--\r\n"),
    VALUES(
            "/xmlrpc/",
            "text/xml",
            "<methodCall><methodName>patch_get</methodName><params><param><value><array><data>",
            "<value/>",
            500_000,
            "<value>",
            "</value></data></array></value></param></params></methodCall>");

    final String path;
    final String type;
    private final String begin;
    private final String piece;
    private final int pieces;
    private final String filled;
    private final String end;

    UnfoldingBody(
            String path,
            String type,
            String begin,
            String piece,
            int pieces,
            String filled,
            String end) {
        this.path = path;
        this.type = type;
        this.begin = begin;
        this.piece = piece;
        this.pieces = pieces;
        this.filled = filled;
        this.end = end;
    }

    /** As many pieces as there may be, and letters up to the length. */
    byte[] octets(int length) {
        var start = begin + piece.repeat(pieces) + filled;
        return octets(start, length, end);
    }

    static byte[] octets(String start, int length, String end) {
        var letters = "x".repeat(length - start.length() - end.length());
        return (start + letters + end).getBytes(ISO_8859_1);
    }
}
