package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists commands, events and all types they lead to. As in QEMU only commands, events and builtin
 * types have names that mean something; "0" is the object without members.
 */
final class Schema {

    private static final String NOTHING = "0";

    private final List<SchemaInfo> entries = new ArrayList<>();
    private final List<SchemaInfo> types = new ArrayList<>();
    private final Map<Object, String> numbered = new IdentityHashMap<>();
    private final Set<String> named = new HashSet<>();

    static List<SchemaInfo> of(Collection<CommandType> commands, Collection<EventType> events) {
        var schema = new Schema();
        schema.types.add(object(NOTHING, List.of()));
        commands.forEach(schema::add);
        events.forEach(schema::add);
        schema.entries.addAll(schema.types);
        return List.copyOf(schema.entries);
    }

    private void add(CommandType command) {
        entries.add(
                new SchemaInfo.OfCommand(
                        command.name(),
                        nameOf(command.arguments()),
                        nameOf(command.result()),
                        command.outOfBand() ? Optional.of(true) : Optional.empty()));
    }

    private void add(EventType event) {
        entries.add(new SchemaInfo.OfEvent(event.name(), nameOf(event.data())));
    }

    private String nameOf(Type type) {
        return switch (type) {
            case Scalar scalar -> {
                if (named.add(scalar.typeName)) {
                    types.add(new SchemaInfo.OfBuiltin(scalar.typeName, scalar.jsonType));
                }
                yield scalar.typeName;
            }
            case ListType(var element) -> {
                var elementName = nameOf(element);
                var name = "[" + elementName + "]";
                if (named.add(name)) {
                    types.add(new SchemaInfo.OfArray(name, elementName));
                }
                yield name;
            }
            case EnumType constants -> enumeration(constants, constants.names());
            case StructType struct ->
                    struct.members().isEmpty() ? NOTHING : struct(struct, struct.members());
            case UnionType union -> union(union);
        };
    }

    private String enumeration(Object key, List<String> names) {
        var known = numbered.get(key);
        if (known != null) {
            return known;
        }
        var name = number(key);
        types.add(
                new SchemaInfo.OfEnum(
                        name, names.stream().map(SchemaInfo.Constant::new).toList(), names));
        return name;
    }

    private String struct(StructType key, List<StructType.Member> members) {
        var known = numbered.get(key);
        if (known != null) {
            return known;
        }
        var name = number(key);
        types.add(object(name, members(members)));
        return name;
    }

    private String union(UnionType union) {
        var known = numbered.get(union);
        if (known != null) {
            return known;
        }
        var name = number(union);
        var tagType = enumeration(union.cases(), List.copyOf(union.cases().keySet()));
        var members = new ArrayList<SchemaInfo.Member>();
        members.add(new SchemaInfo.Member(union.tag(), tagType, Optional.empty()));
        var variants = new ArrayList<SchemaInfo.Variant>();
        union.cases()
                .forEach((when, struct) -> {
                    if (variants.isEmpty()) {
                        members.addAll(members(common(union, struct, true)));
                    }
                    var own = common(union, struct, false);
                    variants.add(
                            new SchemaInfo.Variant(
                                    when, own.isEmpty() ? NOTHING : struct(struct, own)));
                });
        types.add(
                new SchemaInfo.OfObject(
                        name,
                        List.copyOf(members),
                        Optional.of(union.tag()),
                        Optional.of(List.copyOf(variants))));
        return name;
    }

    private static List<StructType.Member> common(
            UnionType union, StructType struct, boolean common) {
        return struct.members().stream()
                .filter(member -> union.common().contains(member.name()) == common)
                .toList();
    }

    private List<SchemaInfo.Member> members(List<StructType.Member> members) {
        return members.stream()
                .map(member ->
                        new SchemaInfo.Member(
                                member.name(),
                                nameOf(member.type()),
                                member.optional() ? Optional.of(Json.Null.NULL) : Optional.empty()))
                .toList();
    }

    private String number(Object key) {
        var name = String.valueOf(numbered.size() + 1);
        numbered.put(key, name);
        return name;
    }

    private static SchemaInfo object(String name, List<SchemaInfo.Member> members) {
        return new SchemaInfo.OfObject(name, members, Optional.empty(), Optional.empty());
    }
}
