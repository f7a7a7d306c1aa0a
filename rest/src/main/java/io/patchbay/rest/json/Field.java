package io.patchbay.rest.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.io.SerializedString;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One key of a JSON object.
 *
 * @param since the first version that shows it
 * @param shown whether this very object has the key
 */
public record Field<T>(
        SerializedString key,
        ApiVersion since,
        Writer<T> writer,
        @Nullable Predicate<T> shown,
        FieldRule about) {

    /** Writes the value of one field. */
    @FunctionalInterface
    public interface Writer<T> {

        void write(JsonOut out, T value);
    }

    public String name() {
        return key.getValue();
    }

    boolean shows(T value) {
        return shown == null || shown.test(value);
    }

    Field<T> since(ApiVersion version) {
        return new Field<>(key, version, writer, shown, about);
    }

    Field<T> shownIf(Predicate<T> condition) {
        return new Field<>(key, since, writer, condition, about);
    }

    Field<T> about(FieldRule changed) {
        return new Field<>(key, since, writer, shown, changed);
    }

    /** The same field for something that holds a T. */
    <S> Field<S> of(Function<S, T> part) {
        var condition = shown;
        return new Field<>(
                key,
                since,
                (out, whole) -> writer.write(out, part.apply(whole)),
                condition == null ? null : whole -> condition.test(part.apply(whole)),
                about);
    }
}
