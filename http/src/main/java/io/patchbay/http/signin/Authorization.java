package io.patchbay.http.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.message.HttpError;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** What an {@code Authorization} header holds; one that is broken is a 403. */
public sealed interface Authorization {

    record Basic(String username, String password) implements Authorization {}

    record Token(String key) implements Authorization {}

    /** Another scheme: as good as none. */
    record Unknown() implements Authorization {}

    static Authorization read(String header) {
        var words = header.strip().split("\\s+");
        if (words[0].equalsIgnoreCase("Basic")) {
            return basic(words);
        }
        if (words[0].equalsIgnoreCase("Token")) {
            return token(words);
        }
        return new Unknown();
    }

    private static Authorization basic(String[] words) {
        if (words.length == 1) {
            throw HttpError.forbidden("Invalid basic header. No credentials provided.");
        }
        if (words.length > 2) {
            throw HttpError.forbidden(
                    "Invalid basic header. Credentials string should not contain spaces.");
        }
        var pair = decodePair(words[1]);
        int colon = pair == null ? -1 : pair.indexOf(':');
        if (pair == null || colon < 0) {
            throw HttpError.forbidden(
                    "Invalid basic header. Credentials not correctly base64 encoded.");
        }
        return new Basic(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static @Nullable String decodePair(String encoded) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        var utf8 = utf8(decoded);
        return utf8 == null ? new String(decoded, ISO_8859_1) : utf8;
    }

    private static Authorization token(String[] words) {
        if (words.length == 1) {
            throw HttpError.forbidden("Invalid token header. No credentials provided.");
        }
        if (words.length > 2) {
            throw HttpError.forbidden(
                    "Invalid token header. Token string should not contain spaces.");
        }
        // Header octets that are no UTF-8 reach us as U+FFFD or as single Latin-1 characters.
        if (words[1].chars().anyMatch(character -> character > 126)) {
            throw HttpError.forbidden(
                    "Invalid token header. Token string should not contain invalid characters.");
        }
        return new Token(words[1]);
    }

    private static @Nullable String utf8(byte[] octets) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
