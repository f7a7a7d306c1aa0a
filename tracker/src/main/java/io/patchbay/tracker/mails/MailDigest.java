package io.patchbay.tracker.mails;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a kept mail is known: the same delivery again has the same. */
public final class MailDigest {

    private MailDigest() {}

    /**
     * @param listId the list it is filed under whatever its headers say
     */
    public static String of(byte[] bytes, @Nullable String listId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            if (listId != null) {
                digest.update((byte) 0);
                digest.update(listId.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
