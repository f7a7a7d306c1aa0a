package io.patchbay.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.Served;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.StoreUnavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** What every answer has in common, on the wire. */
final class DeliveryTest {

    private static final String LONG = "a line that is often said\n".repeat(5_000);

    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served =
                Served.with(
                        new Routes()
                                .get("/short/", _ -> Response.text(200, "short").tagged())
                                .get(
                                        "/long/",
                                        _ ->
                                                Response.text(200, LONG)
                                                        .tagged()
                                                        .header("Vary", "Accept"))
                                .get(
                                        "/stream/",
                                        _ ->
                                                Response.streaming(
                                                        "text/plain",
                                                        out -> out.write(LONG.getBytes(UTF_8))))
                                .get(
                                        "/breaks/",
                                        _ ->
                                                Response.streaming(
                                                        "text/plain",
                                                        out -> {
                                                            out.write(LONG.getBytes(UTF_8));
                                                            throw new IOException("the disk died");
                                                        }))
                                .get(
                                        "/fails/",
                                        _ -> {
                                            throw new IllegalStateException("a secret reason");
                                        })
                                .get(
                                        "/away/",
                                        _ -> {
                                            throw new StoreUnavailable(
                                                    "a secret reason", new IOException());
                                        }));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aTextIsCompressedForThoseWhoTakeIt() throws IOException {
        var answer = served.get("/long/", "Accept-Encoding: deflate, gzip");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(Integer.parseInt(answer.header("Content-Length")))
                .isLessThan(LONG.length() / 20);
        assertThat(unpacked(answer)).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: said", "Accept-Encoding: br", "Accept-Encoding: gzip;q=0"})
    void othersGetItAsItIs(String header) throws IOException {
        var answer = served.get("/long/", header);

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(answer.body()).isEqualTo(LONG);
    }

    @Test
    void aShortTextIsNotWorthIt() throws IOException {
        assertThat(served.get("/short/", "Accept-Encoding: gzip").body()).isEqualTo("short");
    }

    @Test
    void aStreamIsCompressedToo() throws IOException {
        var answer = served.raw("GET /stream/ HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n");

        assertThat(unpacked(Served.answer(answer))).isEqualTo(LONG);
    }

    @Test
    void whoHasTheAnswerIsToldThatItIsTheSame() throws IOException {
        var tag = served.get("/long/").header("ETag");

        var again = served.get("/long/", "If-None-Match: \"other\", " + tag);

        assertThat(tag).startsWith("W/\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Content-Type")).isEmpty();
        assertThat(served.get("/short/", "If-None-Match: " + tag).status()).isEqualTo(200);
    }

    @Test
    void theTagIsTheSameForTheCompressedAnswer() throws IOException {
        assertThat(served.get("/long/", "Accept-Encoding: gzip").header("ETag"))
                .isEqualTo(served.get("/long/").header("ETag"));
    }

    @Test
    void aStreamThatBreaksOffDoesNotLookWhole() throws IOException {
        String raw = served.raw("GET /breaks/ HTTP/1.1\r\nHost: a.example\r\n\r\n");

        assertThat(raw).startsWith("HTTP/1.1 200").doesNotEndWith("\r\n0\r\n\r\n");
    }

    @Test
    void aFailureTellsTheClientNothing() throws IOException {
        var answer = served.get("/fails/");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void whenTheStoreIsAwayTheClientIsToldToTryAgain() throws IOException {
        var answer = served.get("/away/");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void noAnswerCanBeFramedOrGuessed() throws IOException {
        for (var path : new String[] {"/short/", "/nowhere/", "/fails/"}) {
            var answer = served.get(path);
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    @Test
    void aHeaderCannotHoldALineBreak() {
        var response = Response.empty(200);

        assertThatThrownBy(() -> response.header("Location", "/a\r\nSet-Cookie: b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String unpacked(Served.Answer answer) throws IOException {
        var packed = new ByteArrayInputStream(answer.body().getBytes(ISO_8859_1));
        try (var unpacking = new GZIPInputStream(packed)) {
            return new String(unpacking.readAllBytes(), UTF_8);
        }
    }
}
