package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;
import io.patchbay.tracker.editing.RepeatKey;
import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

/**
 * The header by which a client says that it may send a POST again: what it asks for is made once
 * (docs/adr/0012). Without a key each one makes something, as it always did.
 */
public final class IdempotencyKey {

    public static final String KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotent-Replayed";

    private IdempotencyKey() {}

    /** Null if the client named none. */
    static @Nullable RepeatKey of(Call call, Body body) {
        var header = call.request().header(KEY);
        if (header == null) {
            return null;
        }
        var key = header.strip();
        // The header is a text of RFC 9651, in quotes; many clients send it bare.
        if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (TextRule.REPEAT_KEY.brokenBy(key) != null) {
            throw HttpError.badRequest(
                    "%s: expected 1 to %d characters of ASCII, such as a UUID; got '%s'."
                            .formatted(KEY, TextRule.REPEAT_KEY.longest(), header));
        }
        return new RepeatKey(key, Fingerprint.of(call, body));
    }
}
