package io.patchbay.rest.json;

import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.io.SerializedString;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A {@link Shape} being written down: fields in their order, each followed by what is said of it.
 */
public final class Table<T> {

    private final String name;
    private final List<Field<T>> fields = new ArrayList<>();

    Table(String name) {
        this.name = name;
    }

    /** Starts with all fields of a shape, for what holds such an object. */
    <P> Table<T> all(Shape<P> shape, Function<T, P> part) {
        for (var field : shape.fields()) {
            fields.add(field.of(part));
        }
        return this;
    }

    public Table<T> add(String field, Kind kind, Field.Writer<T> writer) {
        return add(field, kind, null, writer);
    }

    private Table<T> add(
            String field, Kind kind, @Nullable Shape<?> shape, Field.Writer<T> writer) {
        var key = new SerializedString(field);
        var about = FieldRule.of(field, kind, shape);
        fields.add(new Field<>(key, ApiVersion.V1_0, writer, null, about));
        return this;
    }

    <E> Table<T> object(String field, Shape<E> shape, Function<T, E> value) {
        return add(field, Kind.OBJECT, shape, (out, owner) -> shape.write(out, value.apply(owner)));
    }

    public <E> Table<T> objectOrNull(String field, Shape<E> shape, Function<T, @Nullable E> value) {
        return add(
                        field,
                        Kind.OBJECT,
                        shape,
                        (out, owner) -> shape.writeOrNull(out, value.apply(owner)))
                .orNull();
    }

    public <E> Table<T> objects(String field, Shape<E> shape, Function<T, List<E>> values) {
        return add(
                field, Kind.OBJECTS, shape, (out, owner) -> out.list(values.apply(owner), shape));
    }

    /** An object whose parts can be written. */
    <E> Table<T> nested(String field, Shape<E> shape, Function<T, @Nullable E> value) {
        return add(
                field,
                Kind.NESTED,
                shape,
                (out, owner) -> shape.writeOrNull(out, value.apply(owner)));
    }

    Table<T> since(ApiVersion version) {
        return last(field -> field.since(version));
    }

    Table<T> shownIf(Predicate<T> condition) {
        return last(field -> field.shownIf(condition));
    }

    public Table<T> orNull() {
        return about(FieldRule::orNull);
    }

    public Table<T> writable() {
        return about(about -> about.writable(false));
    }

    public Table<T> required() {
        return about(about -> about.writable(true));
    }

    /** What a text must be like. */
    public Table<T> ruled(TextRule rule) {
        return about(about -> about.ruled(rule));
    }

    Table<T> within(long least, long greatest) {
        return about(about -> about.within(new FieldRule.Range(least, greatest)));
    }

    /** One of these words. */
    Table<T> among(List<String> words) {
        return about(about -> about.among(new FieldRule.Alternatives(words, List.of())));
    }

    /** An object that looks like one of these. */
    Table<T> shapedAs(List<? extends Shape<?>> shapes) {
        return about(about -> about.among(new FieldRule.Alternatives(List.of(), shapes)));
    }

    Table<T> labelled(String label) {
        return about(about -> about.labelled(label));
    }

    Table<T> help(String text) {
        return about(about -> about.help(text));
    }

    public Shape<T> shape() {
        return new Shape<>(name, fields);
    }

    private Table<T> about(Function<FieldRule, FieldRule> change) {
        return last(field -> field.about(change.apply(field.about())));
    }

    private Table<T> last(Function<Field<T>, Field<T>> change) {
        fields.add(change.apply(fields.removeLast()));
        return this;
    }
}
