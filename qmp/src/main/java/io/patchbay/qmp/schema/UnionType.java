package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.JsonOutput;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sealed interface of records: an object whose tag tells which record it is. */
final class UnionType implements Type {

    private final String tag;
    private final List<String> common;
    private final Map<String, StructType> cases = new LinkedHashMap<>();
    private final Map<Class<?>, StructType> byRecord = new HashMap<>();

    /**
     * {@code common} names the members that every case has; they are the interface's own methods.
     */
    UnionType(String tag, List<String> common) {
        this.tag = tag;
        this.common = common;
    }

    void add(String name, Class<?> record, StructType struct) {
        var tagged = struct.tagged(tag, name);
        cases.put(name, tagged);
        byRecord.put(record, tagged);
    }

    String tag() {
        return tag;
    }

    List<String> common() {
        return common;
    }

    Map<String, StructType> cases() {
        return cases;
    }

    @Override
    public Object read(Json value, Place place) {
        if (!(value instanceof JsonObject object)) {
            throw place.wrongType("object");
        }
        var given = object.get(tag);
        if (given == null) {
            throw place.missing(tag);
        }
        var at = place.member(tag);
        if (!(given instanceof Json.Text(var name))) {
            throw at.wrongType("string");
        }
        var chosen = cases.get(name);
        if (chosen == null) {
            throw at.unacceptable(name);
        }
        return chosen.read(object, place);
    }

    @Override
    public void write(Object value, JsonOutput out) {
        var struct = byRecord.get(value.getClass());
        if (struct == null) {
            throw new IllegalArgumentException(value.getClass() + " is no case of this union");
        }
        struct.write(value, out);
    }
}
