package io.patchbay.rest.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON of one reply. It knows the version of the API that is spoken and the addresses
 * under which the client came, so that a field needs nothing but its value.
 */
public final class JsonOut implements AutoCloseable {

    private final JsonGenerator json;
    private final ApiVersion version;
    private final ApiAddresses addresses;
    private final Chars chars = new Chars();

    public JsonOut(OutputStream out, int indent, ApiVersion version, ApiAddresses addresses) {
        this.json = PatchworkJson.generator(out, indent);
        this.version = version;
        this.addresses = addresses;
    }

    ApiVersion version() {
        return version;
    }

    public void startObject() {
        json.writeStartObject();
    }

    public void endObject() {
        json.writeEndObject();
    }

    public void startArray() {
        json.writeStartArray();
    }

    public void endArray() {
        json.writeEndArray();
    }

    void name(SerializedString name) {
        json.writeName(name);
    }

    public void name(String name) {
        json.writeName(name);
    }

    public void number(long value) {
        json.writeNumber(value);
    }

    public void bool(boolean value) {
        json.writeBoolean(value);
    }

    void bool(@Nullable Boolean value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    public void text(@Nullable String value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    void nothing() {
        json.writeNull();
    }

    void date(Instant value) {
        write(chars.start("").date(value));
    }

    public <T> void list(List<T> values, Shape<T> shape) {
        json.writeStartArray();
        for (var value : values) {
            shape.write(this, value);
        }
        json.writeEndArray();
    }

    public void texts(List<String> values) {
        json.writeStartArray();
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Lists, maps and texts within each other: error messages, and what was read before. */
    public void tree(@Nullable Object node) {
        switch (node) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case List<?> values -> {
                json.writeStartArray();
                values.forEach(this::tree);
                json.writeEndArray();
            }
            case Map<?, ?> entries -> {
                json.writeStartObject();
                entries.forEach((key, value) -> {
                    json.writeName(key.toString());
                    tree(value);
                });
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON for a " + node.getClass());
        }
    }

    /** The address of an object in the version that is spoken. */
    void link(String path, long id) {
        chars.start(addresses.versioned()).add(path).add(id);
        write(chars.add("/").add(addresses.formatSuffix()));
    }

    /** The address of an object below another. */
    void link(String path, long id, String below, long belowId) {
        chars.start(addresses.versioned()).add(path).add(id).add("/").add(below).add(belowId);
        write(chars.add("/").add(addresses.formatSuffix()));
    }

    /** The address of a list. */
    public void link(String path) {
        write(chars.start(addresses.versioned()).add(path).add(addresses.formatSuffix()));
    }

    /** The address of a list below an object, which never names a version or format. */
    void unversionedLink(String path, long id, String below) {
        write(chars.start(addresses.unversioned()).add(path).add(id).add("/").add(below));
    }

    /** Starts the address of a page of the site; {@link #write} ends it. */
    Chars site(String path) {
        return chars.start(addresses.site()).add(path);
    }

    /** A mail in the project's archive, or null if the project names none. */
    void archived(String format, String storedMessageId) {
        if (format.isEmpty()) {
            json.writeNull();
        } else {
            write(chars.start("").archive(format, storedMessageId));
        }
    }

    void write(Chars text) {
        json.writeString(text.array(), 0, text.length());
    }

    @Override
    public void close() {
        json.close();
    }
}
