package io.patchbay.rest.json;

import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What can be said of a field besides its value: for OPTIONS, forms and the OpenAPI document.
 *
 * @param shape of the objects it holds
 * @param writable whether a request can set it
 * @param required whether PUT and POST must name it
 * @param text what a text must be like, which edits are held to; null for any
 * @param range of a number, null for any
 * @param among what it holds is one of these
 */
public record FieldRule(
        Kind kind,
        @Nullable Shape<?> shape,
        boolean nullable,
        boolean writable,
        boolean required,
        @Nullable TextRule text,
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
                kind, shape, false, false, false, null, null, Alternatives.ANY, labelOf(name), "");
    }

    FieldRule orNull() {
        return new FieldRule(
                kind, shape, true, writable, required, text, range, among, label, help);
    }

    FieldRule writable(boolean isRequired) {
        return new FieldRule(
                kind, shape, nullable, true, isRequired, text, range, among, label, help);
    }

    FieldRule ruled(TextRule rule) {
        return new FieldRule(
                kind, shape, nullable, writable, required, rule, range, among, label, help);
    }

    FieldRule within(Range numbers) {
        return new FieldRule(
                kind, shape, nullable, writable, required, text, numbers, among, label, help);
    }

    FieldRule among(Alternatives all) {
        return new FieldRule(
                kind, shape, nullable, writable, required, text, range, all, label, help);
    }

    FieldRule labelled(String words) {
        return new FieldRule(
                kind, shape, nullable, writable, required, text, range, among, words, help);
    }

    FieldRule help(String words) {
        return new FieldRule(
                kind, shape, nullable, writable, required, text, range, among, label, words);
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
