package io.patchbay.http.route;

import io.patchbay.http.message.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that pages refer to. Its address changes with its content, so browsers keep it for ever.
 *
 * @param path such as {@code /static/name-0123456789ab.css}
 */
public record Asset(String path, String contentType, byte[] content) {

    /**
     * @param name with an ending
     * @param file the content, which is read and closed; null if the class path lacks it
     */
    public static Asset of(String name, String contentType, @Nullable InputStream file) {
        if (file == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        try (file) {
            byte[] content = file.readAllBytes();
            int dot = name.lastIndexOf('.');
            var path =
                    "/static/%s-%s%s"
                            .formatted(name.substring(0, dot), hash(content), name.substring(dot));
            return new Asset(path, contentType, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read our own " + name, e);
        }
    }

    public void addTo(Routes routes) {
        routes.get(
                path,
                _ ->
                        Response.of(200, contentType, content)
                                .header("Cache-Control", "public, max-age=31536000, immutable"));
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
