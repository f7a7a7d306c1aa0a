package io.patchbay.qmp.client;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a server told of itself with {@code query-qmp-schema}: commands, events and their types. */
public final class ServerSchema {

    /** A member of an object, with the name of its type. */
    public record Member(String name, String type, boolean optional) {}

    /** What a type is, as far as it matters to somebody who writes a value of it. */
    public sealed interface Shape {

        /** A text, a number, a truth ...: {@code string}, {@code int}, {@code boolean} ... */
        record Scalar(String json) implements Shape {}

        record Choice(List<String> values) implements Shape {}

        record ListOf(String element) implements Shape {}

        /**
         * An object; with a tag, that member's value decides which variant's members it has too.
         */
        record Structure(List<Member> members, Optional<String> tag, Map<String, String> variants)
                implements Shape {}

        record OneOf(List<String> types) implements Shape {}
    }

    private final Map<String, JsonObject> entries = new HashMap<>();
    private final List<String> commands;
    private final List<String> events;

    private ServerSchema(Json told) {
        for (var entry : items(told)) {
            if (entry instanceof JsonObject object) {
                entries.put(text(object, "name"), object);
            }
        }
        commands = named("command");
        events = named("event");
    }

    /** Asks the server; one that does not tell this monitor is taken to have no commands. */
    public static ServerSchema of(QmpClient client) throws IOException {
        try {
            return new ServerSchema(client.ask("query-qmp-schema"));
        } catch (QmpError refused) {
            return new ServerSchema(new Json.Items(List.of()));
        }
    }

    private List<String> named(String metaType) {
        var names = new TreeSet<String>();
        entries.forEach((name, entry) -> {
            if (text(entry, "meta-type").equals(metaType)) {
                names.add(name);
            }
        });
        return List.copyOf(names);
    }

    /** In the order of the alphabet. */
    public List<String> commands() {
        return commands;
    }

    /** In the order of the alphabet. */
    public List<String> events() {
        return events;
    }

    /** The type of a command's arguments; nothing if there is no such command. */
    public Optional<String> argumentsOf(String command) {
        return Optional.ofNullable(entries.get(command))
                .filter(entry -> text(entry, "meta-type").equals("command"))
                .map(entry -> text(entry, "arg-type"));
    }

    public Shape shape(String type) {
        var entry = entries.getOrDefault(type, JsonObject.of(Map.of()));
        return switch (text(entry, "meta-type")) {
            case "builtin" -> new Shape.Scalar(text(entry, "json-type"));
            case "enum" -> new Shape.Choice(texts(entry.get("values")));
            case "array" -> new Shape.ListOf(text(entry, "element-type"));
            case "object" ->
                    new Shape.Structure(
                            members(entry.get("members")),
                            Optional.of(text(entry, "tag")).filter(tag -> !tag.isEmpty()),
                            variants(entry.get("variants")));
            case "alternate" -> new Shape.OneOf(types(entry.get("members")));
            default -> new Shape.Scalar("value");
        };
    }

    /**
     * The members that an object of this type may have.
     *
     * @param tagValue what stands in the member that decides on the variant, where it is known
     */
    public List<Member> members(Shape.Structure structure, Optional<String> tagValue) {
        var members = new ArrayList<>(structure.members());
        tagValue.map(structure.variants()::get)
                .map(this::shape)
                .ifPresent(variant -> {
                    if (variant instanceof Shape.Structure more) {
                        members.addAll(more.members());
                    }
                });
        return members;
    }

    private static List<Member> members(@Nullable Json told) {
        var members = new ArrayList<Member>();
        for (var item : items(told)) {
            if (item instanceof JsonObject member) {
                members.add(
                        new Member(
                                text(member, "name"), text(member, "type"), member.has("default")));
            }
        }
        return members;
    }

    private static Map<String, String> variants(@Nullable Json told) {
        var variants = new HashMap<String, String>();
        for (var item : items(told)) {
            if (item instanceof JsonObject variant) {
                variants.put(text(variant, "case"), text(variant, "type"));
            }
        }
        return variants;
    }

    private static List<String> types(@Nullable Json told) {
        return members(told).stream().map(Member::type).toList();
    }

    private static List<String> texts(@Nullable Json told) {
        var texts = new ArrayList<String>();
        for (var item : items(told)) {
            if (item instanceof Json.Text(var text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<Json> items(@Nullable Json told) {
        return told instanceof Json.Items(var values) ? values : List.of();
    }

    private static String text(JsonObject object, String member) {
        return object.text(member).orElse("");
    }
}
