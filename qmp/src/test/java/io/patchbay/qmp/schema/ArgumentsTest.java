package io.patchbay.qmp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Limits;
import io.patchbay.qmp.json.MessageReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Arguments become records, and what is wrong with them is told (spec §5). */
class ArgumentsTest {

    record EveryKind(
            String text,
            long number,
            Optional<Integer> small,
            Optional<Double> fraction,
            Optional<Boolean> truth,
            Optional<Json> anything,
            Optional<Colour> colour,
            Optional<List<Colour>> colours,
            Optional<Shape> shape)
            implements Command<EveryKind> {}

    enum Colour {
        RED,
        DARK_BLUE,
        @Name("any other")
        OTHER
    }

    @Tag("kind")
    sealed interface Shape {

        String name();

        record Circle(String name, Size size) implements Shape {}

        @Name("none")
        record Nothing(String name) implements Shape {}
    }

    record Size(long radius) {

        Size {
            if (radius < 0) {
                throw new IllegalArgumentException("a radius cannot be negative");
            }
        }
    }

    private final CommandType command = new Declarations().command(EveryKind.class);

    @Test
    void everyKindOfMemberIsRead() {
        var read =
                read(
                        "{'text':'t','number':-5,'small':7,'fraction':2,'truth':true,'anything':[null],'colour':'dark-blue','colours':['red','any other'],'shape':{'kind':'circle','name':'c','size':{'radius':3}}}");

        assertThat(read)
                .isEqualTo(
                        new EveryKind(
                                "t",
                                -5,
                                Optional.of(7),
                                Optional.of(2.0),
                                Optional.of(true),
                                Optional.of(new Json.Items(List.of(Json.Null.NULL))),
                                Optional.of(Colour.DARK_BLUE),
                                Optional.of(List.of(Colour.RED, Colour.OTHER)),
                                Optional.of(new Shape.Circle("c", new Size(3)))));
    }

    @Test
    void whatIsReadPrintsAsItCame() {
        var text =
                "{\"text\": \"t\", \"number\": 1, \"shape\": {\"kind\": \"none\", \"name\": \"n\"}, \"colours\": [\"any other\"]}";
        var out = new JsonOutput(false);

        command.writeResult(read(text), out);

        assertThat(value(new String(out.toBytes(), StandardCharsets.US_ASCII)))
                .isEqualTo(value(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | Parameter 'text' is missing",
                "{'number':1} | Parameter 'text' is missing",
                "{'text':'t'} | Parameter 'number' is missing",
                "{'text':1,'number':1} | Invalid parameter type for 'text', expected: string",
                "{'text':'t','number':'1'} | Invalid parameter type for 'number', expected: integer",
                "{'text':'t','number':1.5} | Invalid parameter type for 'number', expected: integer",
                "{'text':'t','number':9223372036854775808} | Invalid parameter type for 'number', expected: integer",
                "{'text':'t','number':1,'small':2147483648} | Parameter 'small' expects int32_t",
                "{'text':'t','number':1,'small':null} | Invalid parameter type for 'small', expected: integer",
                "{'text':'t','number':1,'fraction':'2'} | Invalid parameter type for 'fraction', expected: number",
                "{'text':'t','number':1,'truth':1} | Invalid parameter type for 'truth', expected: boolean",
                "{'text':'t','number':1,'colour':'green'} | Parameter 'colour' does not accept value 'green'",
                "{'text':'t','number':1,'colour':3} | Invalid parameter type for 'colour', expected: string",
                "{'text':'t','number':1,'colours':'red'} | Invalid parameter type for 'colours', expected: array",
                "{'text':'t','number':1,'colours':['red',2]} | Invalid parameter type for 'colours[1]', expected: string",
                "{'text':'t','number':1,'colours':['green']} | Parameter 'null' does not accept value 'green'",
                "{'text':'t','number':1,'shape':5} | Invalid parameter type for 'shape', expected: object",
                "{'text':'t','number':1,'shape':{}} | Parameter 'shape.kind' is missing",
                "{'text':'t','number':1,'shape':{'kind':1}} | Invalid parameter type for 'shape.kind', expected: string",
                "{'text':'t','number':1,'shape':{'kind':'cube'}} | Parameter 'kind' does not accept value 'cube'",
                "{'text':'t','number':1,'shape':{'kind':'circle','name':'c'}} | Parameter 'shape.size' is missing",
                "{'text':'t','number':1,'shape':{'kind':'circle','name':'c','size':{}}} | Parameter 'shape.size.radius' is missing",
                "{'text':'t','number':1,'shape':{'kind':'none','name':'c','size':{}}} | Parameter 'shape.size' is unexpected",
                "{'text':'t','number':1,'shape':{'kind':'circle','name':'c','size':{'radius':-1}}} | a radius cannot be negative",
                "{'text':'t','number':1,'other':1} | Parameter 'other' is unexpected",
                "{'text':'t','number':'x','other':1} | Invalid parameter type for 'number', expected: integer"
            })
    void theFirstFaultIsTold(String arguments, String fault) {
        assertThatThrownBy(() -> read(arguments)).isInstanceOf(QmpError.class).hasMessage(fault);
    }

    @Test
    void aDeclarationThatCannotBeSentIsRefusedAtOnce() {
        record Impossible(Thread thread) implements Command<Empty> {}

        assertThatThrownBy(() -> new Declarations().command(Impossible.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread cannot be sent: use a record");
    }

    private Object read(String arguments) {
        return command.read((JsonObject) value(arguments));
    }

    private static Json value(String text) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        if (new MessageReader(Limits.QEMU).next(bytes) instanceof Incoming.Value(var value)) {
            return value;
        }
        throw new AssertionError(text);
    }
}
