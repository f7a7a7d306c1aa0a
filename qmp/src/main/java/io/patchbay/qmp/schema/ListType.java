package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;

import java.util.ArrayList;
import java.util.List;

/** An array of one kind of element. */
record ListType(Type element) implements Type {

    @Override
    public Object read(Json value, Place place) {
        if (!(value instanceof Json.Items(var items))) {
            throw place.wrongType("array");
        }
        var list = new ArrayList<Object>(items.size());
        for (int at = 0; at < items.size(); at++) {
            list.add(element.read(items.get(at), place.item(at)));
        }
        return List.copyOf(list);
    }

    @Override
    public void write(Object value, JsonOutput out) {
        out.beginArray();
        for (Object item : (List<?>) value) {
            out.element();
            element.write(item, out);
        }
        out.endArray();
    }
}
