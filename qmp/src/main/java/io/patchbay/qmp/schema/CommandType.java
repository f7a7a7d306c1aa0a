package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.JsonOutput;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;

/** What a command's declaration says: its name, what it takes and what it returns. */
public final class CommandType {

    private final String name;
    private final Type arguments;
    private final Type result;
    private final boolean outOfBand;

    CommandType(Class<? extends Command<?>> command, Types types) {
        name = WireName.of(command);
        arguments = types.of(command);
        result = types.of(resultOf(command));
        outOfBand = command.isAnnotationPresent(OutOfBand.class);
    }

    public String name() {
        return name;
    }

    public boolean outOfBand() {
        return outOfBand;
    }

    /**
     * The command that these arguments ask for; a {@link QmpError} says what is wrong with them.
     */
    public Object read(JsonObject given) {
        return arguments.read(given, Place.TOP);
    }

    public void writeResult(Object value, JsonOutput out) {
        result.write(value, out);
    }

    Type arguments() {
        return arguments;
    }

    Type result() {
        return result;
    }

    private static java.lang.reflect.Type resultOf(Class<?> command) {
        return Arrays.stream(command.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(implemented -> implemented.getRawType() == Command.class)
                .map(implemented -> implemented.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                command + " must implement Command<its result> itself"));
    }
}
