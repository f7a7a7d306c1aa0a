package io.patchbay.qmp.client;

import io.patchbay.qmp.client.ServerSchema.Member;
import io.patchbay.qmp.client.ServerSchema.Shape;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arguments as people write them: {@code key=value} words, a dot leading into an object ({@code
 * backend.type=null}). The schema tells what a value means: {@code 7} is a number or a text.
 */
public final class ArgumentWords {

    private final ServerSchema schema;

    public ArgumentWords(ServerSchema schema) {
        this.schema = schema;
    }

    /** A value as it was written, or what stands below a name that others lead through. */
    private sealed interface Node {

        record Leaf(String text) implements Node {}

        record Branch(Map<String, Node> below) implements Node {}
    }

    /** The arguments that the words mean; a {@link QmpError} tells which word means nothing. */
    public JsonObject parse(String command, List<String> words) {
        var root = new LinkedHashMap<String, Node>();
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                throw new QmpError("expected key=value, not '%s'".formatted(word));
            }
            put(root, word.substring(0, equals), word.substring(equals + 1));
        }
        var type = schema.argumentsOf(command);
        var shape = type.map(schema::shape).orElseGet(() -> new Shape.Scalar("value"));
        return (JsonObject) object(shape, root, "");
    }

    private static void put(Map<String, Node> root, String key, String value) {
        var names = key.split("\\.", -1);
        var at = root;
        for (int i = 0; i < names.length - 1; i++) {
            var next = at.computeIfAbsent(names[i], _ -> new Node.Branch(new LinkedHashMap<>()));
            if (!(next instanceof Node.Branch(var below))) {
                throw new QmpError("'%s' has a value and cannot have members too".formatted(key));
            }
            at = below;
        }
        if (at.putIfAbsent(names[names.length - 1], new Node.Leaf(value)) != null) {
            throw new QmpError("'%s' is given twice".formatted(key));
        }
    }

    private Json object(Shape shape, Map<String, Node> given, String path) {
        var known = new LinkedHashMap<String, String>();
        if (shape instanceof Shape.Structure structure) {
            for (var member : schema.members(structure, tagValue(structure, given))) {
                known.put(member.name(), member.type());
            }
        }
        var members = new LinkedHashMap<String, Json>();
        given.forEach((name, node) -> {
            var type = known.get(name);
            // What the schema does not know is sent all the same: the server words its refusal.
            var shapeBelow = type == null ? new Shape.Scalar("value") : schema.shape(type);
            members.put(name, value(shapeBelow, node, path + name));
        });
        return JsonObject.of(members);
    }

    private static Optional<String> tagValue(Shape.Structure structure, Map<String, Node> given) {
        return structure
                .tag()
                .map(given::get)
                .map(node -> node instanceof Node.Leaf(var text) ? text : "");
    }

    private Json value(Shape shape, Node node, String path) {
        return switch (node) {
            case Node.Branch(var below) -> object(shape, below, path + ".");
            case Node.Leaf(var text) -> value(shape, text, path);
        };
    }

    private Json value(Shape shape, String text, String path) {
        return switch (shape) {
            case Shape.Choice _ -> new Json.Text(text);
            case Shape.Scalar(var json) -> scalar(json, text, path);
            case Shape.ListOf(var element) -> list(schema.shape(element), text, path);
            case Shape.Structure _ ->
                    JsonText.parse(text)
                            .filter(JsonObject.class::isInstance)
                            .orElseThrow(() -> expected(path, "an object in JSON", text));
            case Shape.OneOf(var types) -> oneOf(types, text);
        };
    }

    private static Json scalar(String json, String text, String path) {
        return switch (json) {
            case "string" -> new Json.Text(text);
            case "int" ->
                    JsonText.parse(text)
                            .filter(value ->
                                    value instanceof Json.Int || value instanceof Json.Unsigned)
                            .orElseThrow(() -> expected(path, "a whole number", text));
            case "number" ->
                    JsonText.parse(text)
                            .filter(value ->
                                    value instanceof Json.Int
                                            || value instanceof Json.Unsigned
                                            || value instanceof Json.Real)
                            .orElseThrow(() -> expected(path, "a number", text));
            case "boolean" ->
                    switch (text) {
                        case "true", "on" -> new Json.Bool(true);
                        case "false", "off" -> new Json.Bool(false);
                        default -> throw expected(path, "true or false", text);
                    };
            default -> JsonText.parse(text).orElseGet(() -> new Json.Text(text));
        };
    }

    /** JSON, or elements between commas. */
    private Json list(Shape element, String text, String path) {
        if (text.startsWith("[")) {
            return JsonText.parse(text)
                    .filter(Json.Items.class::isInstance)
                    .orElseThrow(() -> expected(path, "a list in JSON", text));
        }
        if (text.isEmpty()) {
            return new Json.Items(List.of());
        }
        var values = List.of(text.split(",", -1));
        return new Json.Items(values.stream().map(one -> value(element, one, path)).toList());
    }

    private Json oneOf(List<String> types, String text) {
        var parsed = JsonText.parse(text);
        boolean takesText = types.stream().map(schema::shape).anyMatch(ArgumentWords::isText);
        return takesText && (parsed.isEmpty() || parsed.get() instanceof Json.Text)
                ? new Json.Text(text)
                : parsed.orElseGet(() -> new Json.Text(text));
    }

    private static boolean isText(Shape shape) {
        return shape instanceof Shape.Choice || shape.equals(new Shape.Scalar("string"));
    }

    private static QmpError expected(String path, String what, String text) {
        return new QmpError("'%s' expects %s, not '%s'".formatted(path, what, text));
    }

    /**
     * What the word could become: {@code key=} for each argument that fits, {@code key.} where an
     * object follows, {@code key=value} where the values are known.
     */
    public List<String> completions(String command, List<String> before, String word) {
        var type = schema.argumentsOf(command);
        if (type.isEmpty()) {
            return List.of();
        }
        int equals = word.indexOf('=');
        var key = equals < 0 ? word : word.substring(0, equals);
        int dot = key.lastIndexOf('.');
        var folder = dot < 0 ? "" : key.substring(0, dot + 1);
        var members = membersAt(schema.shape(type.get()), folder, "", before);
        if (equals < 0) {
            return members.stream()
                    .filter(member -> !given(folder + member.name(), before))
                    .map(member -> folder + member.name() + ending(member))
                    .toList();
        }
        return members.stream()
                .filter(member -> key.equals(folder + member.name()))
                .flatMap(member -> values(schema.shape(member.type())).stream())
                .map(value -> key + "=" + value)
                .toList();
    }

    private List<Member> membersAt(Shape shape, String folder, String path, List<String> before) {
        if (!(shape instanceof Shape.Structure structure)) {
            return List.of();
        }
        var tagValue = structure.tag().flatMap(tag -> valueOf(path + tag, before));
        var members = schema.members(structure, tagValue);
        if (folder.isEmpty()) {
            return members;
        }
        int dot = folder.indexOf('.');
        var name = folder.substring(0, dot);
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .map(member ->
                        membersAt(
                                schema.shape(member.type()),
                                folder.substring(dot + 1),
                                path + name + ".",
                                before))
                .orElse(List.of());
    }

    private static Optional<String> valueOf(String key, List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1))
                .findFirst();
    }

    private static boolean given(String key, List<String> words) {
        return words.stream().anyMatch(word -> word.startsWith(key + "="));
    }

    private String ending(Member member) {
        return schema.shape(member.type()) instanceof Shape.Structure ? "." : "=";
    }

    private List<String> values(Shape shape) {
        return switch (shape) {
            case Shape.Choice(var values) -> values;
            case Shape.Scalar(var json) when json.equals("boolean") -> List.of("true", "false");
            case Shape.ListOf(var element) -> values(schema.shape(element));
            default -> List.of();
        };
    }
}
