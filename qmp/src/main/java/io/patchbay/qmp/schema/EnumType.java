package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Java enum, each constant a string. */
final class EnumType implements Type {

    private final Map<String, Enum<?>> constants = new LinkedHashMap<>();
    private final String[] names;

    EnumType(Class<?> type) {
        var found = (Enum<?>[]) type.getEnumConstants();
        names = new String[found.length];
        for (var constant : found) {
            names[constant.ordinal()] = WireName.ofConstant(constant);
            constants.put(names[constant.ordinal()], constant);
        }
    }

    List<String> names() {
        return new ArrayList<>(constants.keySet());
    }

    @Override
    public Object read(Json value, Place place) {
        if (!(value instanceof Json.Text(var name))) {
            throw place.wrongType("string");
        }
        var constant = constants.get(name);
        if (constant == null) {
            throw place.unacceptable(name);
        }
        return constant;
    }

    @Override
    public void write(Object value, JsonOutput out) {
        out.text(names[((Enum<?>) value).ordinal()]);
    }
}
