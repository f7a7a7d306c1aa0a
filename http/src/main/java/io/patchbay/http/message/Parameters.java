package io.patchbay.http.message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The decoded keys and values of a query or a form, in the order they came. */
public final class Parameters {

    public static final Parameters NONE = new Parameters(List.of());

    /** More than the longest query can hold, and far more than any form of ours has. */
    static final int MOST = 20_000;

    private final List<Pair> pairs;

    /** One key with one value, both decoded. */
    public record Pair(String key, String value) {}

    public Parameters(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** Reads {@code a=1&b=2}; a key without a value has an empty one. Too many are a 400. */
    public static Parameters parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return NONE;
        }
        var pairs = new ArrayList<Pair>();
        int start = 0;
        while (start <= encoded.length()) {
            int end = encoded.indexOf('&', start);
            if (end < 0) {
                end = encoded.length();
            }
            if (end > start) {
                // Not beyond the end: of many keys without a value each would look through the
                // rest.
                int equals = encoded.indexOf('=', start, end);
                boolean keyOnly = equals < 0;
                var key = encoded.substring(start, keyOnly ? end : equals);
                var value = keyOnly ? "" : encoded.substring(equals + 1, end);
                add(new Pair(Percent.decodeForm(key), Percent.decodeForm(value)), pairs);
            }
            start = end + 1;
        }
        return new Parameters(pairs);
    }

    /** One more than can be is a 400: whoever asks for a key looks through all of them. */
    static void add(Pair pair, List<Pair> pairs) {
        if (pairs.size() == MOST) {
            throw HttpError.badRequest("There are more than " + MOST + " fields; send less.");
        }
        pairs.add(pair);
    }

    public List<Pair> pairs() {
        return pairs;
    }

    /** In the order of their first occurrence. */
    public Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        for (var pair : pairs) {
            keys.add(pair.key);
        }
        return keys;
    }

    public boolean has(String key) {
        return get(key) != null;
    }

    /** The value of the key; of several the last. */
    public @Nullable String get(String key) {
        for (int i = pairs.size() - 1; i >= 0; i--) {
            if (pairs.get(i).key.equals(key)) {
                return pairs.get(i).value;
            }
        }
        return null;
    }

    public String get(String key, String otherwise) {
        var value = get(key);
        return value == null ? otherwise : value;
    }

    public List<String> all(String key) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<String>();
        for (var pair : pairs) {
            if (pair.key.equals(key)) {
                values.add(pair.value);
            }
        }
        return values;
    }

    /** A copy in which the key stands once with this value, or not at all if that is null. */
    public Parameters with(String key, @Nullable String value) {
        var changed = new ArrayList<>(pairs);
        changed.removeIf(pair -> pair.key.equals(key));
        if (value != null) {
            changed.add(new Pair(key, value));
        }
        return new Parameters(changed);
    }

    /** As {@code a=1&b=2}, encoded; empty if there is nothing. */
    public String encoded() {
        var encoded = new StringBuilder();
        for (var pair : pairs) {
            if (!encoded.isEmpty()) {
                encoded.append('&');
            }
            encoded.append(Percent.encodeQuery(pair.key))
                    .append('=')
                    .append(Percent.encodeQuery(pair.value));
        }
        return encoded.toString();
    }
}
