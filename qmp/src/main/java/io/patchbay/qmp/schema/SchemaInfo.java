package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;

import java.util.List;
import java.util.Optional;

/** One entry of {@code query-qmp-schema} (spec §8). */
@Tag("meta-type")
public sealed interface SchemaInfo {

    String name();

    @Name("command")
    record OfCommand(String name, String argType, String retType, Optional<Boolean> allowOob)
            implements SchemaInfo {}

    @Name("event")
    record OfEvent(String name, String argType) implements SchemaInfo {}

    @Name("object")
    record OfObject(
            String name,
            List<Member> members,
            Optional<String> tag,
            Optional<List<Variant>> variants)
            implements SchemaInfo {}

    @Name("enum")
    record OfEnum(String name, List<Constant> members, List<String> values) implements SchemaInfo {}

    @Name("array")
    record OfArray(String name, String elementType) implements SchemaInfo {}

    @Name("builtin")
    record OfBuiltin(String name, String jsonType) implements SchemaInfo {}

    /** A member that may be absent has a default, which is always null. */
    record Member(String name, String type, @Name("default") Optional<Json> otherwise) {}

    record Variant(@Name("case") String when, String type) {}

    record Constant(String name) {}
}
