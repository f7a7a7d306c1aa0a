package io.patchbay.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A public-inbox folder that is followed.
 *
 * @param listId the list that its mails are filed under; empty if their headers tell
 */
public record Followed(Optional<String> listId, Path folder) {

    /** {@code FOLDER} or {@code LIST-ID=FOLDER}. */
    public static Followed parse(String text) {
        int equals = text.indexOf('=');
        return equals <= 0 || text.lastIndexOf('/', equals) >= 0
                ? new Followed(Optional.empty(), Path.of(text))
                : new Followed(
                        Optional.of(text.substring(0, equals)),
                        Path.of(text.substring(equals + 1)));
    }
}
