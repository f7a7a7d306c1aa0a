package io.patchbay.rest.request;

import io.patchbay.http.message.Numbers;
import io.patchbay.rest.json.FieldRule;
import io.patchbay.rest.json.Shape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * What a request asks for, checked field by field against the table of the resource. Each method
 * takes the value to use where the request says nothing; what is wrong is collected and thrown
 * together by {@link #end} (rest-api §13).
 */
public final class RequestFields {

    private static final Set<String> YES = Set.of("t", "y", "yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("f", "n", "no", "false", "off", "0");

    /** The store is asked for each, while others wait to write. */
    public static final int MOST_OBJECTS = 10_000;

    private final Shape<?> shape;
    private final RequestBody given;
    private final boolean partial;
    private final Map<String, Object> errors = new LinkedHashMap<>();

    /**
     * @param partial whether fields that are absent stay as they are, whatever the table requires
     */
    public RequestFields(RequestBody given, Shape<?> shape, boolean partial) {
        this.given = given;
        this.shape = shape;
        this.partial = partial;
    }

    public boolean has(String field) {
        return given.has(field);
    }

    /** Whether the field is absent or has no content. */
    public boolean isEmpty(String field) {
        return !given.has(field) || "".equals(given.value(field));
    }

    /** Text that cannot be null. */
    public String text(String field, String otherwise) {
        var value = textOrNull(field, otherwise);
        return value == null ? otherwise : value;
    }

    public @Nullable String textOrNull(String field, @Nullable String otherwise) {
        return checked(field, otherwise, value -> string(about(field), value));
    }

    /** True or false; a browser says nothing of a box that is not ticked. */
    public boolean flag(String field, boolean otherwise) {
        if (given.isForm() && isEmpty(field)) {
            return (partial || given.has(field)) && otherwise;
        }
        return checked(field, otherwise, RequestFields::bool) instanceof Boolean flag
                ? flag
                : otherwise;
    }

    /** True, false, or null for neither. */
    public @Nullable Boolean flagOrNull(String field, @Nullable Boolean otherwise) {
        return checked(field, otherwise, value -> isNull(value) ? null : bool(value));
    }

    public int number(String field, int otherwise) {
        return checked(field, otherwise, value -> integer(about(field), value))
                        instanceof Integer number
                ? number
                : otherwise;
    }

    /** What a text stands for; the function throws {@link Wrong} if that is nothing. */
    public <T> T named(String field, T otherwise, Function<String, T> find) {
        T value =
                checked(
                        field,
                        otherwise,
                        name -> {
                            if ("".equals(name)) {
                                throw new Wrong("This field may not be null.");
                            }
                            return find.apply(String.valueOf(name));
                        });
        return value == null ? otherwise : value;
    }

    /** The object with an id. */
    public <T> T object(String field, T otherwise, LongFunction<@Nullable T> find) {
        var value = objectOrNull(field, otherwise, find);
        return value == null ? otherwise : value;
    }

    public <T> @Nullable T objectOrNull(
            String field, @Nullable T otherwise, LongFunction<@Nullable T> find) {
        return this.<T>checked(
                field, otherwise, id -> "".equals(id) ? null : found(id, number(id), find));
    }

    /** The objects with these ids, each once; null where the request says nothing. */
    public <T> @Nullable List<T> objects(String field, LongFunction<@Nullable T> find) {
        if (!given.has(field) && (partial || !given.isForm())) {
            return absent(field, null);
        }
        try {
            var objects = new LinkedHashMap<Long, T>();
            for (var id : given.values(field)) {
                long number = number(id);
                if (objects.containsKey(number)) {
                    continue;
                }
                if (objects.size() == MOST_OBJECTS) {
                    throw new Wrong("Name at most %d objects.".formatted(MOST_OBJECTS));
                }
                objects.put(number, found(id, number, find));
            }
            return List.copyOf(objects.values());
        } catch (Wrong wrong) {
            reject(field, wrong.message());
            return null;
        }
    }

    /** The parts of a field, or null where the request says nothing of it. */
    public @Nullable RequestFields parts(String field, Shape<?> table) {
        try {
            var parts = given.parts(field);
            return parts == null ? absent(field, null) : new RequestFields(parts, table, partial);
        } catch (Wrong wrong) {
            boolean isNull = given.value(field) == null;
            errors.put(field, isNull ? List.of(wrong.message()) : detail(wrong));
            return null;
        }
    }

    /** Takes over what is wrong with the parts of a field. */
    public void include(String field, RequestFields parts) {
        if (!parts.errors.isEmpty()) {
            errors.put(field, parts.errors);
        }
    }

    /** Adds what a rule finds wrong with a field. */
    public void reject(String field, String message) {
        var messages = new ArrayList<Object>();
        if (errors.get(field) instanceof List<?> before) {
            messages.addAll(before);
        }
        messages.add(message);
        errors.put(field, messages);
    }

    public boolean accepts(String field) {
        return !errors.containsKey(field);
    }

    /** Throws what is wrong, if anything is. */
    public void end() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private <T> @Nullable T checked(
            String field, @Nullable T otherwise, Function<Object, @Nullable T> check) {
        if (!given.has(field)) {
            return absent(field, otherwise);
        }
        var value = given.value(field);
        try {
            if (value != null) {
                return check.apply(value);
            }
            if (about(field).nullable()) {
                return null;
            }
            throw new Wrong("This field may not be null.");
        } catch (Wrong wrong) {
            reject(field, wrong.message());
            return null;
        }
    }

    private <T> @Nullable T absent(String field, @Nullable T otherwise) {
        if (!partial && about(field).required()) {
            reject(field, "This field is required.");
        }
        return otherwise;
    }

    private FieldRule about(String field) {
        for (var known : shape.fields()) {
            if (known.name().equals(field)) {
                return known.about();
            }
        }
        throw new IllegalArgumentException("no field " + field + " in " + shape.name());
    }

    private static Map<String, List<String>> detail(Wrong wrong) {
        return Map.of("detail", List.of(wrong.message()));
    }

    private static String string(FieldRule about, Object value) {
        if (!(value instanceof String || value instanceof Long || value instanceof Double)) {
            throw new Wrong("Not a valid string.");
        }
        var text = value.toString().strip();
        if (text.isEmpty() && !about.blank()) {
            throw new Wrong("This field may not be blank.");
        }
        if (about.maxLength() > 0 && text.codePointCount(0, text.length()) > about.maxLength()) {
            throw new Wrong(
                    "Ensure this field has no more than %d characters."
                            .formatted(about.maxLength()));
        }
        if (text.indexOf('\0') >= 0) {
            throw new Wrong("Null characters are not allowed.");
        }
        return text;
    }

    private static boolean isNull(Object value) {
        return value instanceof String text && (text.isEmpty() || text.equalsIgnoreCase("null"));
    }

    private static Boolean bool(Object value) {
        var word =
                value instanceof Double number && number == Math.rint(number)
                        ? Long.toString(number.longValue())
                        : value.toString().strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new Wrong("Must be a valid boolean.");
    }

    private static Integer integer(FieldRule about, Object value) {
        long number = wholeNumber(value);
        var range = about.range();
        if (range != null && number < range.least()) {
            throw new Wrong(
                    "Ensure this value is greater than or equal to %d.".formatted(range.least()));
        }
        if (range != null && number > range.greatest()) {
            throw new Wrong(
                    "Ensure this value is less than or equal to %d.".formatted(range.greatest()));
        }
        return (int) number;
    }

    private static long wholeNumber(Object value) {
        try {
            return switch (value) {
                case Long number -> number;
                case String text -> Long.parseLong(text.strip());
                default -> throw new Wrong("A valid integer is required.");
            };
        } catch (NumberFormatException noNumber) {
            throw new Wrong("A valid integer is required.");
        }
    }

    /** One that is too large is -1, which no object has. */
    private static long number(@Nullable Object id) {
        if (!(id instanceof Long || id instanceof String text && isNumber(text))) {
            throw new Wrong(
                    "Incorrect type. Expected pk value, received %s.".formatted(Body.typeOf(id)));
        }
        return Numbers.parse(id.toString().strip(), -1);
    }

    private static <T> T found(@Nullable Object id, long number, LongFunction<@Nullable T> find) {
        var found = find.apply(number);
        if (found == null) {
            throw new Wrong("Invalid pk \"%s\" - object does not exist.".formatted(id));
        }
        return found;
    }

    private static boolean isNumber(String text) {
        return !text.isBlank()
                && text.strip().chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
