package io.patchbay.importer;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One object of a saved API answer. Each question throws {@link NotAnAnswer}, which names the
 * field, where the object does not hold what the API would have put there.
 *
 * @param name how messages call it, such as {@code patch 5}
 * @param path where it is within the whole, such as {@code submitter.}, empty for the whole
 */
public record SavedObject(String name, String path, Map<String, @Nullable Object> fields) {

    private static final int BRIEF = 100;

    /** A whole one, whose name is not known yet. */
    static SavedObject of(Map<String, @Nullable Object> fields) {
        return new SavedObject("the object", "", fields);
    }

    SavedObject named(String name) {
        return new SavedObject(name, path, fields);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    long id(String field) {
        if (value(field) instanceof Long id && id > 0) {
            return id;
        }
        throw unexpected(field, "a positive number");
    }

    int number(String field) {
        if (value(field) instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw unexpected(field, "a number");
    }

    boolean flag(String field) {
        if (value(field) instanceof Boolean flag) {
            return flag;
        }
        throw unexpected(field, "true or false");
    }

    @Nullable Boolean flagIfTold(String field) {
        return has(field) ? flag(field) : null;
    }

    String text(String field) {
        if (value(field) instanceof String text) {
            return text;
        }
        throw unexpected(field, "a text");
    }

    String filledText(String field) {
        if (value(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw unexpected(field, "a text that is not empty");
    }

    @Nullable String textOrNull(String field) {
        return value(field) == null ? null : text(field);
    }

    @Nullable String textIfTold(String field) {
        return has(field) ? text(field) : null;
    }

    Instant moment(String field) {
        var text = text(field);
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException withoutZone) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException withZone) {
                throw unexpected(field, "a date such as 2026-04-07T07:32:49");
            }
        }
    }

    SavedObject object(String field) {
        return objectOf(field, value(field), path + field + ".");
    }

    @Nullable SavedObject objectOrNull(String field) {
        return value(field) == null ? null : object(field);
    }

    List<SavedObject> objects(String field) {
        if (!(value(field) instanceof List<?> values)) {
            throw unexpected(field, "a list");
        }
        var objects = new ArrayList<SavedObject>();
        for (var value : values) {
            objects.add(objectOf(field, value, path + field + "[" + objects.size() + "]."));
        }
        return objects;
    }

    List<SavedObject> objectsIfTold(String field) {
        return has(field) ? objects(field) : List.of();
    }

    List<String> textsIfTold(String field) {
        return has(field) ? textOrTexts(field) : List.of();
    }

    List<String> textOrTexts(String field) {
        var value = value(field);
        if (value instanceof String text) {
            return List.of(text);
        }
        if (!(value instanceof List<?> values)) {
            throw unexpected(field, "a text or a list of texts");
        }
        var texts = new ArrayList<String>();
        for (var entry : values) {
            if (!(entry instanceof String text)) {
                throw unexpected(field, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    @SuppressWarnings("unchecked") // AnswerFile makes no other maps
    private SavedObject objectOf(String field, @Nullable Object value, String path) {
        if (value instanceof Map<?, ?> object) {
            return new SavedObject(name, path, (Map<String, @Nullable Object>) object);
        }
        throw unexpected(field, "an object");
    }

    private @Nullable Object value(String field) {
        if (!has(field)) {
            throw new NotAnAnswer("%s has no field '%s%s'".formatted(name, path, field));
        }
        return fields.get(field);
    }

    NotAnAnswer unexpected(String field, String expected) {
        return new NotAnAnswer(
                "the field '%s%s' of %s should be %s, but is %s"
                        .formatted(path, field, name, expected, brief(fields.get(field))));
    }

    private static String brief(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text when text.length() > BRIEF -> "'" + text.substring(0, BRIEF) + "…'";
            case String text -> "'" + text + "'";
            case Map<?, ?> _ -> "an object";
            case List<?> list -> "a list of " + list.size();
            default -> value.toString();
        };
    }
}
