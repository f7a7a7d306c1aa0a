package io.patchbay.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.message.Parameters;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A hash that tells requests apart by what they say: a multipart form that is packed anew has other
 * boundaries, and an object of JSON may come with its fields in another order.
 */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of method, path and content, in hexadecimal. */
    static String of(Call call, Body body) {
        var fingerprint = new Fingerprint();
        fingerprint.text(call.request().methodName());
        fingerprint.text(call.request().rawPath());
        fingerprint.value(body.content());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> object(object);
            case List<?> list -> {
                start("list", list.size());
                list.forEach(this::value);
            }
            case Parameters form -> {
                start("form", form.pairs().size());
                for (var pair : form.pairs()) {
                    text(pair.key());
                    text(pair.value());
                }
            }
            case null, default -> {
                text(Body.typeOf(value));
                text(String.valueOf(value));
            }
        }
    }

    private void object(Map<?, ?> object) {
        start("object", object.size());
        var keys = new TreeSet<String>();
        object.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (var key : keys) {
            text(key);
            value(object.get(key));
        }
    }

    private void start(String what, int size) {
        text(what);
        number(size);
    }

    /** With its length, so that two texts never read like two others. */
    private void text(String text) {
        var bytes = text.getBytes(UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
