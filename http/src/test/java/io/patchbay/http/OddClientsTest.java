package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.http.message.Response;
import io.patchbay.http.route.Routes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Scripts, old libraries and broken clients, as they are met on the wire. */
final class OddClientsTest {

    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served =
                Served.with(
                        new Routes()
                                .get("/", _ -> Response.text(200, "here"))
                                .get(
                                        "/patch/{msgid}/",
                                        request ->
                                                Response.text(
                                                        200,
                                                        request.segment("msgid")
                                                                + "|"
                                                                + request.query().encoded()))
                                .get(
                                        "/links/",
                                        request ->
                                                Response.text(200, "linked")
                                                        .header(
                                                                "Link",
                                                                (request.rawQuery() + ",")
                                                                        .repeat(4)))
                                .post(
                                        "/",
                                        request -> Response.text(200, request.form().encoded())));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void oldHttpIsAnsweredAndTheConnectionEnds() throws IOException {
        var answer = Served.answer(served.raw("GET / HTTP/1.0\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("4");
        assertThat(answer.body()).isEqualTo("here");
    }

    @Test
    void oldHttpKeepsTheConnectionIfAskedTo() throws IOException {
        var twice =
                served.raw(
                        "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
                                + "GET / HTTP/1.0\r\n\r\n");

        assertThat(twice.split("HTTP/1\\.. 200", -1)).hasSize(3);
    }

    @Test
    void severalRequestsMayComeAtOnceOnOneConnection() throws IOException {
        var ask = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

        var answers =
                served.raw(ask + ask + ask.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(answers.split("HTTP/1\\.1 200", -1)).hasSize(4);
    }

    @Test
    void theConnectionEndsIfAskedTo() throws IOException {
        assertThat(served.get("/").header("Connection")).isEqualTo("close");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws IOException {
        var answer = served.send("HEAD", "/", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("4");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void optionsNamesTheMethods() throws IOException {
        assertThat(served.send("OPTIONS", "/", "").header("Allow"))
                .isEqualTo("GET, POST, HEAD, OPTIONS");
    }

    @Test
    void anotherMethodIsToldWhichThereAre() throws IOException {
        var answer = served.send("BREW", "/patch/x/", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void aSlashInAMessageIdStaysWithinItsSegment() throws IOException {
        assertThat(served.get("/patch/a%2Fb@x/").body()).isEqualTo("a/b@x|");
        assertThat(served.get("/patch/a%252Fb@x/").body()).isEqualTo("a%2Fb@x|");
    }

    @Test
    void aMissingLastSlashIsAddedAndTheQueryKept() throws IOException {
        var answer = served.get("/patch/a%2Fb?x=1&y=%2F");

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("/patch/a%2Fb/?x=1&y=%2F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /patch/%ZZ%/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET /patch/%FF%C3/?%=%&&=&a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /patch/\u00e4\u00f6/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET /patch/..%2f..%2f/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET //patch//x/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET /patch/a;b=c/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET /patch/%00/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\"><b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/3.7\r\nHost: a.example\r\n\r\n",
                "GET http://a.example/ HTTP/1.1\r\nHost: b.example\r\nConnection: close\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Type: multipart/form-data\r\n"
                        + "Content-Length: 3\r\nConnection: close\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "no HTTP at all\r\n\r\n",
            })
    void whateverComesIsNeverAServerError(String request) throws IOException {
        var answer = served.raw(request);

        assertThat(answer).matches("(?s)HTTP/1\\.[01] [234].*");
    }

    @Test
    void aHeaderLargerThanTheLimitIsRefused() throws IOException {
        assertThat(served.get("/", "X-Long: " + "x".repeat(40_000)).status()).isEqualTo(431);
    }

    @Test
    void anAnswerMayRepeatALongQuerySeveralTimes() throws IOException {
        var answer = served.get("/links/?" + "x".repeat(30_000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).hasSize(4 * 30_001);
        assertThat(answer.body()).isEqualTo("linked");
    }

    @Test
    void aBodyLargerThanTheLimitIsRefused() throws IOException {
        var answer =
                served.raw(
                        "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Type:"
                                + " application/x-www-form-urlencoded\r\nContent-Length: 99999999\r\n"
                                + "Connection: close\r\n\r\na=b");

        assertThat(Served.answer(answer).status()).isEqualTo(413);
    }

    @Test
    void aBodyThatNobodyReadsDoesNotEndTheConnection() throws IOException {
        var unread =
                "PUT / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 50000\r\n\r\n"
                        + "x".repeat(50_000);
        var next = "GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n";

        var answers = served.raw(unread + next);

        assertThat(answers).startsWith("HTTP/1.1 405 ").contains("HTTP/1.1 200 ");
    }

    @Test
    void whoSendsMoreThanIsWorthReadingIsToldThatTheConnectionEnds() throws IOException {
        var answer =
                served.raw("PUT / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5000000\r\n\r\nx");

        assertThat(Served.answer(answer).status()).isEqualTo(405);
        assertThat(Served.answer(answer).header("Connection")).isEqualTo("close");
    }

    @Test
    void fiftyClientsAtOnceAreAllServed() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                asked.add(() -> served.get("/").status());
            }

            for (var status : threads.invokeAll(asked)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void manyClientsThatNeverFinishDoNotHoldUpOthers() throws IOException {
        var unfinished =
                List.of(
                        "GET / HTTP/1.1\r\nHost: a.exam",
                        "PUT / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 9\r\n\r\na",
                        "PUT / HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket("127.0.0.1", served.port());
                slow.add(socket);
                socket.getOutputStream().write(unfinished.get(i % 3).getBytes(ISO_8859_1));
            }

            assertThat(served.get("/").status()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aClientThatLeavesDoesNotDisturbOthers() throws IOException {
        try (var socket = new Socket("127.0.0.1", served.port())) {
            socket.getOutputStream().write("GET / HT".getBytes(ISO_8859_1));
        }

        assertThat(served.get("/").status()).isEqualTo(200);
    }
}
