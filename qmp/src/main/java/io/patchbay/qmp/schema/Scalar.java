package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;

/** The types without parts. */
enum Scalar implements Type {
    STRING("str", "string"),
    INTEGER("int", "int"),
    INT32("int", "int"),
    NUMBER("number", "number"),
    BOOLEAN("bool", "boolean"),
    ANY("any", "value");

    final String typeName;
    final String jsonType;

    Scalar(String typeName, String jsonType) {
        this.typeName = typeName;
        this.jsonType = jsonType;
    }

    @Override
    public Object read(Json value, Place place) {
        return switch (this) {
            case ANY -> value;
            case STRING -> {
                if (value instanceof Json.Text(var text)) {
                    yield text;
                }
                throw place.wrongType("string");
            }
            case BOOLEAN -> {
                if (value instanceof Json.Bool(var truth)) {
                    yield truth;
                }
                throw place.wrongType("boolean");
            }
            case INTEGER -> {
                if (value instanceof Json.Int(var number)) {
                    yield number;
                }
                throw place.wrongType("integer");
            }
            case INT32 -> {
                if (!(value instanceof Json.Int(var number))) {
                    throw place.wrongType("integer");
                }
                if (number != (int) number) {
                    throw new QmpError("Parameter '%s' expects int32_t".formatted(place));
                }
                yield (int) number;
            }
            case NUMBER ->
                    switch (value) {
                        case Json.Real(var number) -> number;
                        case Json.Int(var number) -> (double) number;
                        case Json.Unsigned(var bits) ->
                                Double.parseDouble(Long.toUnsignedString(bits));
                        default -> throw place.wrongType("number");
                    };
        };
    }

    @Override
    public void write(Object value, JsonOutput out) {
        switch (value) {
            case String text -> out.text(text);
            case Boolean truth -> out.bool(truth);
            case Long number -> out.integer(number);
            case Integer number -> out.integer(number);
            case Double number -> out.real(number);
            case Json json -> out.value(json);
            default -> throw new IllegalArgumentException("no scalar: " + value.getClass());
        }
    }
}
