package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Requests to one server, byte for byte as they are written here, and what is looked for in
 * answers.
 */
record Visit(int port) {

    static final String HOST = "patches.example.org";

    Wire.Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** The header {@code Content-Length} is added. */
    Wire.Answer send(String method, String path, String body, String... headers)
            throws IOException {
        return Wire.send(port, request(method, path, body, headers));
    }

    /** The answer as it came, one character an octet. */
    String raw(String path) throws IOException {
        return new String(Wire.raw(port, request("GET", path, "")), ISO_8859_1);
    }

    private static byte[] request(String method, String path, String body, String... headers) {
        var request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + HOST + "\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
        }
        return (request + "Connection: close\r\n\r\n" + body).getBytes(UTF_8);
    }

    /** Goes where it is sent, as often as that. */
    Wire.Answer follow(String path) throws IOException {
        var answer = get(path);
        while (answer.status() == 301 || answer.status() == 302) {
            answer = get(withoutHost(answer.headers().getOrDefault("Location", "")));
        }
        return answer;
    }

    static String withoutHost(String address) {
        return address.replace("http://" + HOST, "");
    }

    /** The ids of the objects in a list, without those of objects within them. */
    static List<Long> ids(Wire.Answer list) {
        var body = list.body();
        var ids = new ArrayList<Long>();
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            switch (body.charAt(i)) {
                case '"' -> i = endOfText(body, i);
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                default -> {}
            }
            if (depth == 2 && body.startsWith("{\"id\":", i)) {
                int end = body.indexOf(',', i);
                ids.add(Long.parseLong(body.substring(i + 6, end)));
            }
        }
        return ids;
    }

    private static int endOfText(String body, int start) {
        int end = start + 1;
        while (body.charAt(end) != '"') {
            end += body.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    /** The text that a member has where the object first names it. */
    static String text(Wire.Answer object, String member) {
        var found = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(object.body());
        if (!found.find()) {
            throw new AssertionError("no text '" + member + "' in " + object.body());
        }
        return found.group(1);
    }
}
