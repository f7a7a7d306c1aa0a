package io.patchbay.qmp.json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object: members in the order they came, each key once. */
public final class JsonObject implements Json {

    // Requests have two or three members: a scan beats a hash table, which only large objects get.
    private static final int SCANNED = 8;

    private String[] keys = new String[4];
    private Json[] values = new Json[4];
    private int size;
    private @Nullable Map<String, Integer> index;

    public static JsonObject of(Map<String, ? extends Json> members) {
        var object = new JsonObject();
        members.forEach(object::add);
        return object;
    }

    /** Adds a member; false, and nothing changed, if the key is there already. */
    boolean add(String key, Json value) {
        if (find(key) >= 0) {
            return false;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        keys[size] = key;
        values[size] = value;
        if (index != null) {
            index.put(key, size);
        } else if (size == SCANNED) {
            index = indexed();
        }
        size++;
        return true;
    }

    public int size() {
        return size;
    }

    public String key(int at) {
        return keys[at];
    }

    public Json value(int at) {
        return values[at];
    }

    public boolean has(String key) {
        return find(key) >= 0;
    }

    public @Nullable Json get(String key) {
        int at = find(key);
        return at < 0 ? null : values[at];
    }

    /** The text of this member; nothing if it is absent or no text. */
    public Optional<String> text(String key) {
        return get(key) instanceof Json.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    /** The integer of this member; nothing if it is absent or none. */
    public Optional<Long> integer(String key) {
        return get(key) instanceof Json.Int(var number) ? Optional.of(number) : Optional.empty();
    }

    /** The object of this member; nothing if it is absent or none. */
    public Optional<JsonObject> object(String key) {
        return get(key) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private int find(String key) {
        if (index != null) {
            return index.getOrDefault(key, -1);
        }
        for (int at = 0; at < size; at++) {
            if (keys[at].equals(key)) {
                return at;
            }
        }
        return -1;
    }

    private Map<String, Integer> indexed() {
        var positions = new HashMap<String, Integer>();
        for (int at = 0; at <= size; at++) {
            positions.put(keys[at], at);
        }
        return positions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        var out = new JsonOutput(false);
        out.value(this);
        return new String(out.toBytes(), StandardCharsets.US_ASCII);
    }

    private Map<String, Json> asMap() {
        var map = new HashMap<String, Json>();
        for (int at = 0; at < size; at++) {
            map.put(keys[at], values[at]);
        }
        return map;
    }
}
