package io.patchbay.rest.json;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What can be said of a field besides its value: for OPTIONS, forms and the OpenAPI document.
 *
 * @param shape of the objects it holds
 * @param maxLength in characters, 0 for any
 * @param writable whether a request can set it
 * @param required whether PUT and POST must name it
 * @param blank whether a text can be empty
 * @param range of a number, null for any
 * @param among what it holds is one of these
 */
public record FieldRule(
        Kind kind,
        @Nullable Shape<?> shape,
        boolean nullable,
        boolean writable,
        boolean required,
        boolean blank,
        int maxLength,
        @Nullable Range range,
        Alternatives among,
        String label,
        String help) {

    /** The least and the greatest number a field takes. */
    public record Range(long least, long greatest) {}

    /** All the words, or the shapes of all the objects, that a field may hold; empty for any. */
    public record Alternatives(List<String> words, List<? extends Shape<?>> shapes) {

        static final Alternatives ANY = new Alternatives(List.of(), List.of());
    }

    static FieldRule of(String name, Kind kind, @Nullable Shape<?> shape) {
        return new FieldRule(
                kind,
                shape,
                false,
                false,
                false,
                true,
                0,
                null,
                Alternatives.ANY,
                labelOf(name),
                "");
    }

    FieldRule orNull() {
        return new FieldRule(
                kind, shape, true, writable, required, blank, maxLength, range, among, label, help);
    }

    FieldRule writable(boolean isRequired) {
        return new FieldRule(
                kind,
                shape,
                nullable,
                true,
                isRequired,
                blank,
                maxLength,
                range,
                among,
                label,
                help);
    }

    FieldRule atMost(int characters) {
        return new FieldRule(
                kind,
                shape,
                nullable,
                writable,
                required,
                blank,
                characters,
                range,
                among,
                label,
                help);
    }

    FieldRule within(Range numbers) {
        return new FieldRule(
                kind, shape, nullable, writable, required, blank, maxLength, numbers, among, label,
                help);
    }

    FieldRule among(Alternatives all) {
        return new FieldRule(
                kind, shape, nullable, writable, required, blank, maxLength, range, all, label,
                help);
    }

    FieldRule notBlank() {
        return new FieldRule(
                kind, shape, nullable, writable, required, false, maxLength, range, among, label,
                help);
    }

    FieldRule labelled(String text) {
        return new FieldRule(
                kind, shape, nullable, writable, required, blank, maxLength, range, among, text,
                help);
    }

    FieldRule help(String text) {
        return new FieldRule(
                kind, shape, nullable, writable, required, blank, maxLength, range, among, label,
                text);
    }

    private static String labelOf(String name) {
        return name.equals("id")
                ? "ID"
                : Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }
}
