package io.patchbay.rest.json;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** The fields of a JSON object, in the order in which they are written; see {@link Table}. */
public final class Shape<T> {

    private final String name;
    private final List<Field<T>> fields;
    private final List<List<Field<T>>> byVersion;

    Shape(String name, List<Field<T>> fields) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.byVersion =
                Arrays.stream(ApiVersion.values())
                        .map(version -> shownIn(version, fields))
                        .toList();
    }

    public static <T> Table<T> of(String name) {
        return new Table<>(name);
    }

    private static <T> List<Field<T>> shownIn(ApiVersion version, List<Field<T>> fields) {
        return fields.stream().filter(field -> version.atLeast(field.since())).toList();
    }

    /** For the OpenAPI document. */
    public String name() {
        return name;
    }

    public List<Field<T>> fields() {
        return fields;
    }

    public List<Field<T>> fields(ApiVersion version) {
        return byVersion.get(version.ordinal());
    }

    public void write(JsonOut out, T value) {
        out.startObject();
        var shown = byVersion.get(out.version().ordinal());
        for (int i = 0; i < shown.size(); i++) {
            var field = shown.get(i);
            if (field.shows(value)) {
                out.name(field.key());
                field.writer().write(out, value);
            }
        }
        out.endObject();
    }

    void writeOrNull(JsonOut out, @Nullable T value) {
        if (value == null) {
            out.nothing();
        } else {
            write(out, value);
        }
    }
}
