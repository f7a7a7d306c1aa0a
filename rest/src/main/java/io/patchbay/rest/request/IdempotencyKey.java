package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;
import io.patchbay.tracker.Receipts.Receipt;
import io.patchbay.tracker.Writing;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A POST that its client may send again under the same key: what it asks for is made once
 * (docs/adr/0012). Without a key each one makes something, as it always did.
 *
 * @param key null if the client named none
 * @param request a hash of all that is asked; empty without a key
 */
public record IdempotencyKey(long userId, @Nullable String key, String request) {

    public static final String KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotent-Replayed";
    public static final int LONGEST_KEY = 255;

    /** What a request asked for, and whether it was there before. */
    public record Made<T>(T value, boolean before) {}

    /** The caller is signed in. */
    public static IdempotencyKey of(Call call, Body body) {
        long userId = Objects.requireNonNull(call.viewer().user()).id();
        var key = key(call);
        return new IdempotencyKey(userId, key, key == null ? "" : Fingerprint.of(call, body));
    }

    private static @Nullable String key(Call call) {
        var header = call.request().header(KEY);
        if (header == null) {
            return null;
        }
        var key = header.strip();
        // The header is a text of RFC 9651, in quotes; many clients send it bare.
        if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (key.isEmpty()
                || key.length() > LONGEST_KEY
                || !key.chars().allMatch(IdempotencyKey::isPlain)) {
            throw HttpError.badRequest(
                    "%s: expected 1 to %d characters of ASCII, such as a UUID; got '%s'."
                            .formatted(KEY, LONGEST_KEY, header));
        }
        return key;
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~';
    }

    /**
     * Writers take turns, so of two that come at once the second finds what the first has made.
     *
     * @param earlier finds what was made by its id
     */
    public <T> Made<T> make(
            Writing writing,
            LongFunction<Optional<T>> earlier,
            Supplier<T> make,
            ToLongFunction<T> id) {
        if (key == null) {
            return new Made<>(make.get(), false);
        }
        var receipt = writing.receipts().of(userId, key);
        if (receipt.isPresent()) {
            return new Made<>(made(receipt.get(), earlier), true);
        }
        var made = make.get();
        writing.receipts().keep(userId, key, new Receipt(request, id.applyAsLong(made)));
        return new Made<>(made, false);
    }

    private <T> T made(Receipt receipt, LongFunction<Optional<T>> earlier) {
        if (!receipt.request().equals(request)) {
            throw new HttpError(
                    422,
                    "You have sent another request with the %s '%s'; send this one with a key of its own."
                            .formatted(KEY, key));
        }
        return earlier.apply(receipt.made())
                .orElseThrow(() ->
                        HttpError.notFound(
                                "What this request made when it was first sent is gone."));
    }
}
