package io.patchbay.rest.request;

import io.patchbay.http.message.Numbers;
import io.patchbay.rest.json.FieldRule;
import io.patchbay.rest.json.Shape;
import io.patchbay.tracker.editing.NewValue;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a request says, field by field in the types of the resource's table; nothing has been looked
 * up, and no rule has been asked. Each method returns null where the request says nothing. What
 * cannot be read is collected, with what the rules refuse, and told together (rest-api §13).
 */
public final class RequestFields {

    private static final Set<String> YES = Set.of("t", "y", "yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("f", "n", "no", "false", "off", "0");
    private static final String IS_NULL = "This field may not be null.";

    /** The store is asked for each, while others wait to write. */
    public static final int MOST_OBJECTS = 10_000;

    private final Shape<?> shape;
    private final RequestBody given;
    private final boolean partial;
    private final Map<String, Object> errors = new LinkedHashMap<>();
    private final Map<String, RequestFields> parts = new LinkedHashMap<>();

    /**
     * @param partial whether fields that are absent stay as they are, whatever the table requires
     */
    public RequestFields(RequestBody given, Shape<?> shape, boolean partial) {
        this.given = given;
        this.shape = shape;
        this.partial = partial;
    }

    /** Whether the field is absent or has no content. */
    public boolean isEmpty(String field) {
        return !given.has(field) || "".equals(given.value(field));
    }

    public @Nullable String text(String field) {
        return value(textOrNull(field));
    }

    public @Nullable NewValue<@Nullable String> textOrNull(String field) {
        return read(field, RequestFields::string);
    }

    /** True or false; a browser says nothing of a box that is not ticked. */
    public @Nullable Boolean flag(String field) {
        if (given.isForm() && isEmpty(field)) {
            return partial || given.has(field) ? null : (Boolean) false;
        }
        return value(read(field, RequestFields::bool));
    }

    /** True, false, or null for neither. */
    public @Nullable NewValue<@Nullable Boolean> flagOrNull(String field) {
        return read(field, value -> isNull(value) ? null : bool(value));
    }

    public @Nullable Long number(String field) {
        return value(read(field, RequestFields::wholeNumber));
    }

    /** One of a vocabulary; a number too is taken for a word. */
    public @Nullable String word(String field) {
        return value(
                read(
                        field,
                        word -> {
                            if ("".equals(word)) {
                                throw new Wrong(IS_NULL);
                            }
                            return String.valueOf(word);
                        }));
    }

    /** The id of an object. */
    public @Nullable Long id(String field) {
        return value(idOrNull(field));
    }

    /** The id of an object, or null for none. */
    public @Nullable NewValue<@Nullable Long> idOrNull(String field) {
        return read(field, id -> "".equals(id) ? null : (Long) idOf(id));
    }

    /** The ids of objects, each once; those before the first that is none. */
    public @Nullable List<Long> ids(String field) {
        if (!given.has(field) && (partial || !given.isForm())) {
            require(field);
            return null;
        }
        var ids = new LinkedHashSet<Long>();
        try {
            for (var id : given.values(field)) {
                long number = idOf(id);
                if (ids.size() == MOST_OBJECTS && !ids.contains(number)) {
                    throw new Wrong("Name at most %d objects.".formatted(MOST_OBJECTS));
                }
                ids.add(number);
            }
        } catch (Wrong wrong) {
            reject(field, wrong.message());
        }
        return List.copyOf(ids);
    }

    /** The id as the request has it, for what is told of it. */
    String asGiven(String field, String id) {
        var all =
                given.value(field) instanceof List<?> || given.isForm()
                        ? given.values(field).stream()
                        : Stream.of(given.value(field));
        return all.filter(value -> isId(value) && Long.toString(idOf(value)).equals(id))
                .findFirst()
                .map(String::valueOf)
                .orElse(id);
    }

    /** The parts of a field. What is wrong with them is told with the rest. */
    public @Nullable RequestFields parts(String field, Shape<?> table) {
        try {
            var below = given.parts(field);
            if (below == null) {
                require(field);
                return null;
            }
            var fields = new RequestFields(below, table, partial);
            parts.put(field, fields);
            return fields;
        } catch (Wrong wrong) {
            boolean isNull = given.value(field) == null;
            errors.put(field, isNull ? List.of(wrong.message()) : detail(wrong));
            return null;
        }
    }

    /** Adds what is wrong with a field, or with the part of one, if nothing else is. */
    public void reject(String field, String message) {
        if (holds(field)) {
            errors.putIfAbsent(field, List.of(message));
        } else {
            part(field).reject(field, message);
        }
    }

    /** The same in the place of what was found before. */
    void rejectFirst(String field, String message) {
        errors.put(field, List.of(message));
    }

    /** What is said of a field, or of the part of one. */
    FieldRule rule(String field) {
        for (var known : shape.fields()) {
            if (known.name().equals(field)) {
                return known.about();
            }
        }
        return part(field).rule(field);
    }

    private boolean holds(String field) {
        return shape.fields().stream().anyMatch(known -> known.name().equals(field));
    }

    private RequestFields part(String field) {
        return parts.values().stream()
                .filter(part -> part.holds(field))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no field " + field + " in " + shape.name()));
    }

    /** Whether nothing is wrong so far. */
    public boolean isAccepted() {
        return errors.isEmpty() && parts.values().stream().allMatch(RequestFields::isAccepted);
    }

    /** What is wrong, in the order of the table. */
    public Invalid refusal() {
        return new Invalid(errors());
    }

    private Map<String, Object> errors() {
        var all = new LinkedHashMap<String, Object>();
        for (var field : shape.fields()) {
            var wrong = errors.get(field.name());
            var below = parts.get(field.name());
            if (wrong != null) {
                all.put(field.name(), wrong);
            } else if (below != null && !below.isAccepted()) {
                all.put(field.name(), below.errors());
            }
        }
        return all;
    }

    private <T> @Nullable NewValue<@Nullable T> read(
            String field, Function<Object, @Nullable T> read) {
        if (!given.has(field)) {
            require(field);
            return null;
        }
        var value = given.value(field);
        try {
            if (value != null) {
                return new NewValue<>(read.apply(value));
            }
            if (rule(field).nullable()) {
                return new NewValue<>(null);
            }
            throw new Wrong(IS_NULL);
        } catch (Wrong wrong) {
            reject(field, wrong.message());
            return null;
        }
    }

    private static <T> @Nullable T value(@Nullable NewValue<@Nullable T> read) {
        return read == null ? null : read.value();
    }

    private void require(String field) {
        if (!partial && rule(field).required()) {
            reject(field, "This field is required.");
        }
    }

    private static Map<String, List<String>> detail(Wrong wrong) {
        return Map.of("detail", List.of(wrong.message()));
    }

    private static String string(Object value) {
        if (!(value instanceof String || value instanceof Long || value instanceof Double)) {
            throw new Wrong("Not a valid string.");
        }
        return value.toString().strip();
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

    private static Long wholeNumber(Object value) {
        try {
            return switch (value) {
                case Long number -> number;
                case String text -> Long.valueOf(text.strip());
                default -> throw new Wrong("A valid integer is required.");
            };
        } catch (NumberFormatException noNumber) {
            throw new Wrong("A valid integer is required.");
        }
    }

    /** One that is too large is -1, which no object has. */
    private static long idOf(@Nullable Object id) {
        if (id == null || !isId(id)) {
            throw new Wrong(
                    "Incorrect type. Expected pk value, received %s.".formatted(Body.typeOf(id)));
        }
        return Numbers.parse(id.toString().strip(), -1);
    }

    private static boolean isId(@Nullable Object id) {
        return id instanceof Long
                || id instanceof String text
                        && !text.isBlank()
                        && text.strip().chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
