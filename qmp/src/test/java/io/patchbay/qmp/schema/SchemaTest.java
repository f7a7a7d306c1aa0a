package io.patchbay.qmp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code query-qmp-schema} makes of declarations (spec §8). */
class SchemaTest {

    record AddThing(String id, Optional<Long> count, ArgumentsTest.Shape shape)
            implements Command<Empty> {}

    @OutOfBand
    record QueryThings() implements Command<List<ArgumentsTest.Colour>> {}

    record ThingMoved(ArgumentsTest.Colour colour) implements Event {}

    private final Declarations declarations = new Declarations();

    @Test
    void commandsAndEventsComeFirstWithTheirNames() {
        declare();

        assertThat(declarations.schema())
                .startsWith(
                        new SchemaInfo.OfCommand(
                                "add-thing", nameOfArguments(), "0", Optional.empty()),
                        new SchemaInfo.OfCommand(
                                "query-things", "0", "[" + nameOfColour() + "]", Optional.of(true)))
                .contains(
                        new SchemaInfo.OfObject("0", List.of(), Optional.empty(), Optional.empty()),
                        new SchemaInfo.OfBuiltin("str", "string"),
                        new SchemaInfo.OfArray("[" + nameOfColour() + "]", nameOfColour()));
    }

    @Test
    void everyTypeThatIsNamedIsListedOnce() {
        declare();

        var names = declarations.schema().stream().map(SchemaInfo::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).containsAll(namesUsed(declarations.schema()));
    }

    @Test
    void anOptionalMemberHasTheDefaultNull() {
        declare();

        assertThat(object(nameOfArguments()).members())
                .extracting(SchemaInfo.Member::name, member -> member.otherwise().isPresent())
                .containsExactly(tuple("id", false), tuple("count", true), tuple("shape", false));
    }

    @Test
    void aUnionHasItsTagItsCommonMembersAndACaseForEachRecord() {
        declare();

        var shape = object(object(nameOfArguments()).members().get(2).type());

        assertThat(shape.tag()).contains("kind");
        assertThat(shape.members())
                .extracting(SchemaInfo.Member::name)
                .containsExactly("kind", "name");
        assertThat(shape.variants().orElseThrow())
                .extracting(SchemaInfo.Variant::when)
                .containsExactly("circle", "none");
        assertThat(object(shape.variants().orElseThrow().getFirst().type()).members())
                .extracting(SchemaInfo.Member::name)
                .containsExactly("size");
        assertThat(shape.variants().orElseThrow().getLast().type()).isEqualTo("0");
    }

    private void declare() {
        declarations.command(AddThing.class);
        declarations.command(QueryThings.class);
        declarations.event(ThingMoved.class);
    }

    private String nameOfArguments() {
        return declarations.schema().getFirst() instanceof SchemaInfo.OfCommand command
                ? command.argType()
                : "";
    }

    private String nameOfColour() {
        return declarations.schema().stream()
                .filter(SchemaInfo.OfEnum.class::isInstance)
                .map(SchemaInfo.OfEnum.class::cast)
                .filter(entry -> entry.values().contains("dark-blue"))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private SchemaInfo.OfObject object(String name) {
        return declarations.schema().stream()
                .filter(SchemaInfo.OfObject.class::isInstance)
                .map(SchemaInfo.OfObject.class::cast)
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> namesUsed(List<SchemaInfo> schema) {
        var names = new HashSet<String>();
        for (var entry : schema) {
            var used =
                    switch (entry) {
                        case SchemaInfo.OfCommand command ->
                                Stream.of(command.argType(), command.retType());
                        case SchemaInfo.OfEvent event -> Stream.of(event.argType());
                        case SchemaInfo.OfArray array -> Stream.of(array.elementType());
                        case SchemaInfo.OfObject object ->
                                Stream.concat(
                                        object.members().stream().map(SchemaInfo.Member::type),
                                        object.variants().orElse(List.of()).stream()
                                                .map(SchemaInfo.Variant::type));
                        case SchemaInfo.OfEnum constants -> Stream.<String>of();
                        case SchemaInfo.OfBuiltin builtin -> Stream.<String>of();
                    };
            used.forEach(names::add);
        }
        return names;
    }
}
