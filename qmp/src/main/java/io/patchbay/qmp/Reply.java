package io.patchbay.qmp;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Key;
import io.patchbay.qmp.schema.CommandType;
import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

/** What a request is answered with. */
sealed interface Reply {

    Key RETURN = new Key("return");
    Key ERROR = new Key("error");
    Key CLASS = new Key("class");
    Key DESC = new Key("desc");
    Key ID = new Key("id");

    record Success(CommandType command, Object value) implements Reply {}

    record Failure(QmpError error) implements Reply {}

    /** Prints the whole message. */
    default void write(@Nullable Json id, JsonOutput out) {
        out.beginObject();
        switch (this) {
            case Success(var command, var value) -> {
                out.key(RETURN);
                command.writeResult(value, out);
                writeId(id, out);
            }
            case Failure(var error) -> {
                writeId(id, out);
                out.key(ERROR);
                out.beginObject();
                out.key(CLASS);
                out.text(error.errorClass().wireName());
                out.key(DESC);
                out.text(error.description());
                out.endObject();
            }
        }
        out.endObject();
        out.endMessage();
    }

    private static void writeId(@Nullable Json id, JsonOutput out) {
        if (id != null) {
            out.key(ID);
            out.value(id);
        }
    }
}
