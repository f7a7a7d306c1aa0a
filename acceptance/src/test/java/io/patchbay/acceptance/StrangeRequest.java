package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * A request that is put in an unusual way, or is none. One character is one octet.
 *
 * @param echo what the server says of it; empty if it must be refused
 */
record StrangeRequest(String octets, String echo, boolean isHead) {

    static final String PATH = "/echo/";

    private static final List<String> HEADERS =
            List.of(
                    "",
                    "",
                    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n",
                    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
                    "Connection: keep-alive, TE\r\nTE: trailers\r\n",
                    "Connection: close\r\n",
                    "Range: bytes=0-1\r\n",
                    "Content-Encoding: gzip\r\n",
                    "Expect: 100-continue\r\n",
                    "X-Empty:\r\nX: \u00e4\u00ff\r\n",
                    "X: y\r\n".repeat(300));

    private static final List<String> RUBBISH =
            List.of(
                    "G\0T / HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET /%zz/ HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nX-\u00e4: b\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\n\r\n",
                    "GET / HTTP/7.4\r\nHost: a\r\n\r\n",
                    "GET / HTTP/1.1\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(9_000) + "\r\n",
                    "GET /" + "a/".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1e1\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n"
                            + "\r\n0\r\n\r\nGET /echo/smuggled/ HTTP/1.1\r\nHost: a\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
                    "POST /echo/rubbish/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                    "POST /echo/rubbish/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                            + "\r\n3\r\nabcGET /echo/smuggled/ HTTP/1.1\r\nHost: a\r\n\r\n");

    static StrangeRequest rubbish(RandomGenerator random) {
        return new StrangeRequest(one(RUBBISH, random), "", false);
    }

    /**
     * @param id that the answer repeats
     * @param lasts whether another one follows on the connection
     */
    static StrangeRequest of(String id, boolean lasts, RandomGenerator random) {
        var method = one(List.of("GET", "HEAD", "POST", "PUT", "DELETE", "BREW"), random);
        var headers = one(HEADERS, random);
        if (lasts && (headers.contains("close") || headers.startsWith("Expect"))) {
            headers = "";
        }
        boolean hasBody = method.startsWith("P") || random.nextInt(10) == 0;
        var body = hasBody ? body(random) : "";
        var site = random.nextInt(4) == 0 ? "http://a.example" : "";
        var octets =
                (method + " " + site + PATH + id + "/?" + query(random) + " HTTP/1.1\r\n")
                        + "Host: a.example\r\n"
                        + headers
                        + (hasBody ? framed(body, random) : "\r\n");
        return new StrangeRequest(octets, echo(id, method, bytes(body)), method.equals("HEAD"));
    }

    /** What the server saw. */
    static String echo(String id, String method, byte[] body) {
        var checksum = new CRC32();
        checksum.update(body);
        return id + " " + method + " " + body.length + " " + checksum.getValue();
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(ISO_8859_1);
    }

    private static String query(RandomGenerator random) {
        return random.nextInt(20) == 0 ? "q".repeat(random.nextInt(20_000)) : "q=%C3%28&&=";
    }

    private static String body(RandomGenerator random) {
        int length = random.nextInt(random.nextInt(8) == 0 ? 100_000 : 300);
        return "%08x\r\n\r\nGET /echo/smuggled/ HTTP/1.1\r\n\r\n"
                .formatted(random.nextInt())
                .repeat(length / 30 + 1)
                .substring(0, length);
    }

    private static String framed(String body, RandomGenerator random) {
        if (random.nextBoolean()) {
            return "Content-Length: " + body.length() + "\r\n\r\n" + body;
        }
        var chunks = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
        for (int at = 0; at < body.length(); ) {
            int end = Math.min(body.length(), at + 1 + random.nextInt(5_000));
            chunks.append(Integer.toHexString(end - at))
                    .append(random.nextInt(4) == 0 ? ";a=\"b\"\r\n" : "\r\n")
                    .append(body, at, end)
                    .append("\r\n");
            at = end;
        }
        return chunks.append("0\r\n")
                .append(random.nextInt(4) == 0 ? "X-Trailer: a\r\n" : "")
                .append("\r\n")
                .toString();
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
