package io.patchbay.web;

import io.patchbay.http.HttpError;
import io.patchbay.http.Request;
import io.patchbay.http.Response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * The files that pages refer to. Their address changes with their content, so they keep for ever.
 */
final class Assets {

    static final Asset STYLE = Asset.of("patchbay.css", "text/css; charset=utf-8");
    static final Asset SCRIPT = Asset.of("patchbay.js", "text/javascript; charset=utf-8");
    static final Asset ICON = Asset.of("patchbay.svg", "image/svg+xml");

    private static final Map<String, Asset> BY_PATH =
            Map.of(STYLE.path(), STYLE, SCRIPT.path(), SCRIPT, ICON.path(), ICON);

    private Assets() {}

    /** One file with its address. */
    record Asset(String path, String contentType, byte[] content) {

        static Asset of(String name, String contentType) {
            try (var in = Assets.class.getResourceAsStream("/io/patchbay/web/static/" + name)) {
                var content = Objects.requireNonNull(in, name).readAllBytes();
                int dot = name.lastIndexOf('.');
                var path =
                        "/static/"
                                + name.substring(0, dot)
                                + "-"
                                + hash(content)
                                + name.substring(dot);
                return new Asset(path, contentType, content);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read our own " + name, e);
            }
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

    static Response serve(Request request) {
        var asset = BY_PATH.get(request.rawPath());
        if (asset == null) {
            throw HttpError.notFound("There is no such file.");
        }
        return Response.of(200, asset.contentType, asset.content)
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }
}
