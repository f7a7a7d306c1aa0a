package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Requests that are nearly right: paths of the route table with wrong segments, known keys with
 * senseless values, headers and bodies that belong elsewhere; the words are those of {@code
 * fuzz-words.txt}. One character is one octet.
 */
final class RandomRequests {

    private final RandomGenerator random;
    private final Map<String, List<String>> words;
    private final List<String> patterns;
    private final List<String> names;
    private final List<String> credentials;
    private final String session;
    private final Map<String, List<String>> allowed = new HashMap<>();
    private final List<String> writable = new ArrayList<>();
    private String pattern = "/";

    /**
     * @param patterns of the routes
     * @param names that stand for something where a segment has a name
     * @param credentials values of Authorization that are right
     * @param session the headers of somebody who has signed in with a browser
     */
    RandomRequests(
            RandomGenerator random,
            Set<String> patterns,
            List<String> names,
            List<String> credentials,
            String session) {
        this.random = random;
        this.words = words();
        this.patterns = List.copyOf(patterns);
        this.names = names;
        this.credentials = credentials;
        this.session = session;
    }

    private static Map<String, List<String>> words() {
        try (var file = RandomRequests.class.getResourceAsStream("/fuzz-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("fuzz-words.txt is not on the class path");
            }
            var sections = new HashMap<String, List<String>>();
            var section = new ArrayList<String>();
            for (var line : new String(file.readAllBytes(), UTF_8).split("\n")) {
                if (line.startsWith("=== ")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(4), section);
                } else if (!line.isEmpty()) {
                    section.add(line.replace("(nothing)", "").replace("(blank)", " "));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells which methods there are where the last request went. */
    void learn(String allow) {
        boolean isNew = allowed.put(pattern, List.of(allow.split(", "))) == null;
        if (isNew && (allow.contains("POST") || allow.contains("PATCH"))) {
            writable.add(pattern);
        }
    }

    /** One request, with as much body as it says. */
    byte[] next() {
        pattern = writable.isEmpty() || chance(2) ? one(patterns) : one(writable);
        var known = allowed.get(pattern);
        var method = known == null || chance(4) ? one("methods") : one(known);
        var body = body(method);
        var request =
                new StringBuilder(method + " " + target() + " HTTP/1.1\r\nHost: a.example\r\n");
        header(request, "Accept", chance(4) ? one("accepts") : "*/*");
        if (!body.isEmpty() || chance(10)) {
            header(request, "Content-Length", String.valueOf(body.length()));
        }
        if (!body.isEmpty() && !chance(20)) {
            header(request, "Content-Type", chance(5) ? one("types") : typeOf(body));
        }
        switch (random.nextInt(4)) {
            case 0, 1 -> header(request, "Authorization", authorization());
            case 2 -> request.append(session);
            default -> {}
        }
        while (chance(5)) {
            request.append(one("headers")).append("\r\n");
        }
        return (request + "\r\n" + body).getBytes(ISO_8859_1);
    }

    private static void header(StringBuilder request, String name, String value) {
        request.append(name).append(": ").append(value).append("\r\n");
    }

    private static String typeOf(String body) {
        return switch (body.charAt(0)) {
            case '<' -> "text/xml";
            case '-' -> "multipart/form-data; boundary=x";
            case '{', '[', '"' -> "application/json";
            default -> "application/x-www-form-urlencoded";
        };
    }

    private String authorization() {
        if (!chance(4)) {
            return one(credentials);
        }
        var scheme = one(List.of("Token", "Basic", "token", "Bearer", "Digest", "", "Basic  x"));
        return scheme
                + " "
                + one(List.of("", "a b", "====", "OmE=", "YTpi", "\u00ff", "YQ==", "nope"));
    }

    private String target() {
        var path = new StringBuilder();
        for (var segment : pattern.substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? filled(segment) : segment);
        }
        if (chance(12)) {
            int at = random.nextInt(path.length()) + 1;
            path.insert(at, one("values").replace(" ", "+"));
        }
        if (chance(12) && path.length() > 1) {
            path.setLength(path.length() - 1);
        }
        return path + (chance(2) ? "?" + pairs("keys") : "");
    }

    private String filled(String segment) {
        if (segment.contains(":number") && !chance(6)) {
            return one(List.of("1", "2", "3", "0", "40", "999", "99999999999999999999", "01"));
        }
        return (chance(3) ? one("values") : one(names)).replace(" ", "%20");
    }

    private String pairs(String keys) {
        var pairs = new ArrayList<String>();
        do {
            var value = value();
            if (keys.equals("fields") && chance(2)) {
                pairs.add(one("right").replace("\"", ""));
                continue;
            }
            pairs.add(chance(15) ? one(keys) : one(keys) + "=" + value.replace(' ', '+'));
        } while (!chance(3));
        return String.join(chance(30) ? ";" : "&", pairs);
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> octets(random.nextInt(1, 8)).replaceAll("[\\x00-\\x20\\x7f#]", "~");
            case 1 -> one(names);
            case 2 -> one("values").repeat(random.nextInt(1, 200));
            default -> one("values");
        };
    }

    private String body(String method) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return chance(30) ? "{}" : "";
        }
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> pairs("fields");
            case 2 -> multipart();
            case 3 -> call();
            case 4, 5, 6 -> json(0);
            case 7 -> mutated(json(0));
            case 8 -> mutated(one("bodies"));
            default -> one("bodies");
        };
    }

    private String json(int depth) {
        return switch (depth == 0 ? random.nextInt(10) : random.nextInt(8)) {
            case 0 -> "[" + (depth > 3 ? "" : json(depth + 1) + "," + json(depth + 1)) + "]";
            case 1, 2 -> depth == 0 ? object(depth) : String.valueOf(random.nextInt(-2, 5));
            case 3 ->
                    one(
                            List.of(
                                    "true",
                                    "false",
                                    "null",
                                    "1.5",
                                    "-0",
                                    "1e400",
                                    "99999999999999999999"));
            case 4 -> "[".repeat(random.nextInt(1, chance(20) ? 20_000 : 5)) + "]";
            case 5, 6 -> depth == 0 ? object(depth) : text(value());
            default -> depth > 3 ? "{}" : object(depth);
        };
    }

    private String object(int depth) {
        var members = new ArrayList<String>();
        do {
            var right = one("right").split("=", 2);
            members.add(
                    chance(2)
                            ? text(one("fields")) + ":" + json(depth + 1)
                            : "\"" + right[0] + "\":" + right[1]);
        } while (!chance(3));
        return "{" + String.join(",", members) + "}";
    }

    private String text(String value) {
        return chance(8)
                ? one(
                        List.of(
                                "\"\\ud800\"",
                                "\"\\u0000\"",
                                "\"\\x\"",
                                "\"\\u00\"",
                                "\"\u00ff\"",
                                "\"\t\""))
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String multipart() {
        var parts = new StringBuilder();
        do {
            parts.append("--x").append(chance(8) ? "\n" : "\r\n");
            parts.append(
                    one(
                            List.of(
                                    "Content-Disposition: form-data; name=\"",
                                    "Content-Disposition: form-data; name=",
                                    "X: \"",
                                    "")));
            parts.append(one("fields")).append("\"\r\n\r\n").append(one("values")).append("\r\n");
        } while (!chance(3));
        return parts + (chance(4) ? "" : "--x--\r\n");
    }

    private String call() {
        var methods =
                List.of(
                        "patch_list",
                        "patch_get",
                        "patch_set",
                        "check_create",
                        "check_list",
                        "project_list",
                        "person_list",
                        "state_list",
                        "patch_get_mbox",
                        "patch_check_get",
                        "patch_get_by_project_hash",
                        "system.listMethods",
                        "person_get",
                        "");
        var arguments = new StringBuilder();
        while (!chance(3)) {
            arguments.append("<param>").append(xmlValue(0)).append("</param>");
        }
        var call =
                "<?xml version='1.0'?><methodCall><methodName>"
                        + one(methods)
                        + "</methodName><params>"
                        + arguments
                        + "</params></methodCall>";
        return chance(5) ? mutated(call) : call;
    }

    private String xmlValue(int depth) {
        var text = one("values").replace("&", "&amp;").replace("<", "&lt;");
        var inner =
                switch (random.nextInt(depth > 3 ? 6 : 9)) {
                    case 0 -> "<int>" + text + "</int>";
                    case 1 -> "<int>" + random.nextInt(-2, 9) + "</int>";
                    case 2 -> "<string>" + text + "</string>";
                    case 3 -> text;
                    case 4 -> "<base64>" + text + "</base64>";
                    case 5 ->
                            one(
                                    List.of(
                                            "<nil/>",
                                            "<boolean>1</boolean>",
                                            "<double>x</double>",
                                            "<dateTime.iso8601>x</dateTime.iso8601>",
                                            "<nope/>"));
                    case 6 ->
                            "<array><data>"
                                    + xmlValue(depth + 1)
                                    + xmlValue(depth + 1)
                                    + "</data></array>";
                    default -> "<struct>" + member(depth) + member(depth) + "</struct>";
                };
        return "<value>" + inner + "</value>";
    }

    private String member(int depth) {
        var names =
                List.of(
                        "id",
                        "name__icontains",
                        "project_id",
                        "state_id",
                        "max_count",
                        "date__year",
                        "date__range",
                        "archived",
                        "hash__in",
                        "msgid__isnull",
                        "delegate_id",
                        "submitter_id",
                        "state",
                        "commit_ref",
                        "user",
                        "patch_id",
                        "name__regex",
                        "date__gt",
                        "id__range");
        return "<member><name>" + one(names) + "</name>" + xmlValue(depth + 1) + "</member>";
    }

    /** With some octets put in, taken out or changed. */
    private String mutated(String text) {
        var mutated = new StringBuilder(text);
        do {
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, octets(random.nextInt(1, 4)));
                case 1 -> mutated.setLength(Math.max(1, at));
                default -> mutated.replace(at, Math.min(mutated.length(), at + 1), octets(1));
            }
        } while (!chance(3));
        return mutated.toString();
    }

    private String octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return new String(octets, ISO_8859_1);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** A word of a section of the file. */
    private String one(String section) {
        return one(Objects.requireNonNull(words.get(section), section));
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
