package io.patchbay.rest.json;

import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a field besides its value: for OPTIONS, forms and the OpenAPI document.
 *
 * @param shape of the objects it holds
 * @param writable whether a request can set it
 * @param required whether PUT and POST must name it
 * @param text what a text must be like, which edits are held to; null for any
 * @param range of a number, null for any
 */
public record FieldRule(
        Kind kind,
        @Nullable Shape<?> shape,
        boolean nullable,
        boolean writable,
        boolean required,
        @Nullable TextRule text,
        @Nullable Range range,
        String label,
        String help) {

    /** The least and the greatest number a field takes. */
    public record Range(long least, long greatest) {}

    static FieldRule of(String name, Kind kind, @Nullable Shape<?> shape) {
        return new FieldRule(kind, shape, false, false, false, null, null, labelOf(name), "");
    }

    FieldRule orNull() {
        return new FieldRule(kind, shape, true, writable, required, text, range, label, help);
    }

    FieldRule writable(boolean isRequired) {
        return new FieldRule(kind, shape, nullable, true, isRequired, text, range, label, help);
    }

    FieldRule ruled(TextRule rule) {
        return new FieldRule(kind, shape, nullable, writable, required, rule, range, label, help);
    }

    FieldRule within(Range numbers) {
        return new FieldRule(kind, shape, nullable, writable, required, text, numbers, label, help);
    }

    FieldRule labelled(String words) {
        return new FieldRule(kind, shape, nullable, writable, required, text, range, words, help);
    }

    FieldRule help(String words) {
        return new FieldRule(kind, shape, nullable, writable, required, text, range, label, words);
    }

    /** Of a text in characters, 0 for any. */
    public int maxLength() {
        return text == null ? 0 : text.longest();
    }

    private static String labelOf(String name) {
        return name.equals("id")
                ? "ID"
                : Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }
}
