package io.patchbay.qmp.json;

import java.util.List;

/** A JSON value. Numbers keep the three kinds that QMP tells apart: int64, uint64 and double. */
public sealed interface Json
        permits Json.Null,
                Json.Bool,
                Json.Int,
                Json.Unsigned,
                Json.Real,
                Json.Text,
                Json.Items,
                JsonObject {

    enum Null implements Json {
        NULL
    }

    record Bool(boolean value) implements Json {}

    record Int(long value) implements Json {}

    /** An integer from 2^63 to 2^64 - 1, as the bits of a long. */
    record Unsigned(long bits) implements Json {}

    record Real(double value) implements Json {}

    record Text(String value) implements Json {}

    record Items(List<Json> values) implements Json {}
}
