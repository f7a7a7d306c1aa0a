package io.patchbay.qmp;

import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.Limits;
import io.patchbay.qmp.json.MessageReader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Makes random requests, most of them valid, out of what {@code query-qmp-schema} returned. */
final class RandomRequests {

    private static final List<String> WORDS =
            List.of(
                    "a",
                    "b",
                    "c1",
                    "",
                    "1 bad",
                    "\\u0000",
                    "é",
                    "query-*",
                    "127.0.0.1",
                    "0",
                    "/objects");

    /** Members that name files: they get names in the test's own folder only. */
    private static final Set<String> FILES = Set.of("path", "out", "in", "device", "logfile");

    /** Commands that would end the server, and a backend that would take the test's own output. */
    private static final Set<String> LEFT_OUT = Set.of("quit", "stdio");

    private final Map<String, JsonObject> entries = new HashMap<>();
    private final List<JsonObject> commands = new ArrayList<>();
    private final Path folder;

    RandomRequests(String schemaReply, Path folder) {
        this.folder = folder;
        for (var entry : items(object(read(schemaReply)), "return")) {
            var object = object(entry);
            entries.put(text(object, "name"), object);
            if (text(object, "meta-type").equals("command")
                    && !LEFT_OUT.contains(text(object, "name"))) {
                commands.add(object);
            }
        }
    }

    String next(Random random) {
        var command = commands.get(random.nextInt(commands.size()));
        return "{\"execute\": \"%s\", \"arguments\": %s, \"id\": %s}"
                .formatted(
                        text(command, "name"),
                        value(text(command, "arg-type"), "", random),
                        value("any", "", random));
    }

    private String value(String type, String member, Random random) {
        if (random.nextInt(40) == 0) {
            return "[null]";
        }
        return switch (type) {
            case "str" ->
                    FILES.contains(member)
                            ? "\"" + folder.resolve("f" + random.nextInt(4)) + "\""
                            : "\"" + pick(WORDS, random) + "\"";
            case "int" ->
                    String.valueOf(random.nextInt(5) == 0 ? random.nextLong() : random.nextInt(64));
            case "number" -> String.valueOf(random.nextDouble());
            // Monitors that dial each other would go on answering each other's errors.
            case "bool" -> member.equals("server") ? "true" : String.valueOf(random.nextBoolean());
            case "any" ->
                    pick(List.of("1", "null", "{\"a\": [1.5e300]}", "\"x\"", "[[[]]]"), random);
            default -> value(Objects.requireNonNull(entries.get(type)), random);
        };
    }

    private String value(JsonObject entry, Random random) {
        return switch (text(entry, "meta-type")) {
            case "array" -> {
                var item = value(text(entry, "element-type"), "", random);
                yield random.nextBoolean() ? "[]" : "[" + item + "]";
            }
            case "enum" ->
                    "\""
                            + pick(
                                    items(entry, "values").stream()
                                            .map(RandomRequests::text)
                                            .toList(),
                                    random)
                            + "\"";
            default -> {
                var members = new ArrayList<String>();
                addMembers(entry, members, random);
                yield "{" + String.join(", ", members) + "}";
            }
        };
    }

    private void addMembers(JsonObject object, List<String> members, Random random) {
        var tag = object.has("tag") ? text(object, "tag") : "";
        for (var item : items(object, "members")) {
            var member = object(item);
            var name = text(member, "name");
            if (name.equals(tag)) {
                var variant = object(pick(chosen(object), random));
                members.add("\"%s\": \"%s\"".formatted(tag, text(variant, "case")));
                addMembers(
                        Objects.requireNonNull(entries.get(text(variant, "type"))),
                        members,
                        random);
            } else if (!member.has("default") || random.nextInt(3) == 0) {
                members.add(
                        "\"%s\": %s".formatted(name, value(text(member, "type"), name, random)));
            }
        }
    }

    private static List<Json> chosen(JsonObject union) {
        return items(union, "variants").stream()
                .filter(variant -> !LEFT_OUT.contains(text(object(variant), "case")))
                .toList();
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Json read(String text) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        if (new MessageReader(Limits.QEMU).next(bytes) instanceof Incoming.Value(var value)) {
            return value;
        }
        throw new AssertionError("no JSON: " + text);
    }

    private static JsonObject object(Json value) {
        return (JsonObject) value;
    }

    private static List<Json> items(JsonObject object, String member) {
        return ((Json.Items) Objects.requireNonNull(object.get(member))).values();
    }

    private static String text(JsonObject object, String member) {
        return text(Objects.requireNonNull(object.get(member)));
    }

    private static String text(Json value) {
        return ((Json.Text) value).value();
    }
}
