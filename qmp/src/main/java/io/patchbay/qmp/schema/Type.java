package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;

/** What a value on the wire may look like, and which Java value it stands for. */
sealed interface Type permits Scalar, EnumType, ListType, StructType, UnionType {

    /** Checks a value that came in and makes it the Java value; faults are worded as QEMU does. */
    Object read(Json value, Place place);

    void write(Object value, JsonOutput out);
}
