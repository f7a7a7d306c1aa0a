package io.patchbay.rest.request;

import io.patchbay.http.message.Parameters;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the values of fields come from: JSON, or a form, which cannot say everything. */
public sealed interface RequestBody {

    boolean has(String field);

    @Nullable Object value(String field);

    /** All values of a field that holds several; a {@link Wrong} if it is no list. */
    List<?> values(String field);

    /** The parts of a field, null if nothing is said of it; a {@link Wrong} if it has none. */
    @Nullable RequestBody parts(String field);

    boolean isForm();

    static RequestBody of(Body body) {
        return switch (body.content()) {
            case Parameters form -> new Form(form, "");
            case Map<?, ?> object -> new Json(object);
            case null -> throw Invalid.field("detail", "No data provided");
            default -> throw Invalid.field("detail", noDictionary(body.content()));
        };
    }

    static String noDictionary(@Nullable Object value) {
        return "Invalid data. Expected a dictionary, but got %s.".formatted(Body.typeOf(value));
    }

    /** An object of JSON. */
    record Json(Map<?, ?> object) implements RequestBody {

        @Override
        public boolean has(String field) {
            return object.containsKey(field);
        }

        @Override
        public @Nullable Object value(String field) {
            return object.get(field);
        }

        @Override
        public List<?> values(String field) {
            return switch (value(field)) {
                case null -> throw new Wrong("This field may not be null.");
                case List<?> list -> list;
                case Map<?, ?> map -> new ArrayList<>(map.keySet());
                case Object other ->
                        throw new Wrong(
                                "Expected a list of items but got type \"%s\"."
                                        .formatted(Body.typeOf(other)));
            };
        }

        @Override
        public @Nullable RequestBody parts(String field) {
            if (!has(field)) {
                return null;
            }
            return switch (value(field)) {
                case null -> throw new Wrong("This field may not be null.");
                case Map<?, ?> map -> new Json(map);
                case Object other -> throw new Wrong(noDictionary(other));
            };
        }

        @Override
        public boolean isForm() {
            return false;
        }
    }

    /**
     * A form.
     *
     * @param prefix of the keys that are meant: parts of a field stand as {@code field.part}
     */
    record Form(Parameters form, String prefix) implements RequestBody {

        @Override
        public boolean has(String field) {
            return form.has(prefix + field);
        }

        @Override
        public @Nullable Object value(String field) {
            return form.get(prefix + field);
        }

        @Override
        public List<?> values(String field) {
            return form.all(prefix + field);
        }

        @Override
        public @Nullable RequestBody parts(String field) {
            var below = prefix + field + ".";
            return form.keys().stream().anyMatch(key -> key.startsWith(below))
                    ? new Form(form, below)
                    : null;
        }

        @Override
        public boolean isForm() {
            return true;
        }
    }
}
