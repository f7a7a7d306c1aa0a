package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request that was recorded with a Patchwork, and what that answered.
 *
 * @param name group and case, such as {@code http/404-format}
 * @param request the bytes to send
 * @param body null where it was not recorded
 */
record Exchange(
        String name,
        byte[] request,
        int status,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String DIVIDER = "\n=== RESPONSE ===\n";

    /** All of a folder and below, in the order of their names. */
    static List<Exchange> below(Path golden, String group) throws IOException {
        var files = new ArrayList<Path>();
        try (Stream<Path> found = Files.walk(golden.resolve(group))) {
            found.filter(file -> file.toString().endsWith(".http")).sorted().forEach(files::add);
        }
        var exchanges = new ArrayList<Exchange>();
        for (var file : files) {
            exchanges.add(read(golden, file));
        }
        return exchanges;
    }

    private static Exchange read(Path golden, Path file) throws IOException {
        var text = Files.readString(file, UTF_8);
        int divider = text.indexOf(DIVIDER);
        var request = text.substring(0, divider);
        var response = text.substring(divider + DIVIDER.length()).split("\n");
        var name = golden.relativize(file).toString().replace(".http", "");
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < response.length && !response[i].isEmpty(); i++) {
            int colon = response[i].indexOf(':');
            headers.put(response[i].substring(0, colon), response[i].substring(colon + 1).strip());
        }
        return new Exchange(
                name,
                onTheWire(request),
                Integer.parseInt(response[0].split(" ")[1]),
                headers,
                body(file));
    }

    private static byte[] onTheWire(String request) {
        int blank = request.indexOf("\n\n");
        var head = request.substring(0, blank < 0 ? request.length() : blank).stripTrailing();
        var wire = head.replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n";
        var body = blank < 0 ? "" : request.substring(blank + 2);
        int length = declaredLength(head);
        byte[] bytes = body.getBytes(UTF_8);
        byte[] start = wire.getBytes(ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + length);
        System.arraycopy(bytes, 0, all, start.length, length);
        return all;
    }

    private static int declaredLength(String head) {
        for (var line : head.split("\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }

    private static @Nullable String body(Path file) throws IOException {
        for (var ending : List.of(".json", ".xml", ".mbox", ".txt")) {
            var body = Path.of(file.toString().replace(".http", ending));
            if (Files.exists(body)) {
                return Files.readString(body, UTF_8);
            }
        }
        return null;
    }
}
