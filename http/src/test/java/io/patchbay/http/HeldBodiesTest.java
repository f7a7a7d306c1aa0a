package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.message.HttpLimits;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Routes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bodies that come slowly, never or too many at once, and whose memory is needed by others. */
final class HeldBodiesTest {

    private static final int BODY = 100_000;
    private static final int ANONYMOUS = 20_000;
    private static final HttpLimits LIMITS =
            new HttpLimits(BODY, ANONYMOUS, 4 * BODY, Duration.ofSeconds(2), 1_000);

    private static final String KNOWN = "/known/";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served = Served.with(routes(), HttpOptions.on("127.0.0.1", 0).with(LIMITS));
    }

    private static Routes routes() {
        return new Routes()
                .get("/", _ -> Response.text(200, "here"))
                .post("/", HeldBodiesTest::length)
                .post(
                        KNOWN,
                        request -> {
                            request.isOfSomebodyKnown();
                            return length(request);
                        })
                .post(
                        "/broken/",
                        request -> {
                            request.isOfSomebodyKnown();
                            throw new IllegalStateException("after " + request.body().length);
                        });
    }

    private static Response length(Request request) throws IOException {
        return Response.text(200, "got " + request.body().length);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aBodyIsHeldFromBeforeItComesUntilItsAnswer() throws IOException {
        try (var client = sender("127.0.0.1").post(KNOWN, BODY, "Connection: close")) {
            await(() -> served.heldBodyBytes() == BODY);

            var answer = client.send("x".repeat(BODY)).answer();

            assertThat(answer.body()).isEqualTo("got " + BODY);
            await(() -> served.heldBodyBytes() == 0);
        }
    }

    @Test
    void aBodyInChunksIsHeldAsItGrows() throws IOException {
        try (var client = sender("127.0.0.1").head(KNOWN, CHUNKED)) {
            client.send("2000\r\n" + "x".repeat(0x2000) + "\r\n");
            client.send("5000\r\n" + "x".repeat(0x5000) + "\r\n");
            await(() -> served.heldBodyBytes() >= 0x7000);
            assertThat(served.heldBodyBytes()).isLessThan(BODY);

            client.send("0\r\n\r\n");

            assertThat(client.until("got ")).startsWith("HTTP/1.1 200 ");
            await(() -> served.heldBodyBytes() == 0);
        }
    }

    @Test
    void severalOnOneConnectionAreHeldOneByOne() throws IOException {
        try (var client = sender("127.0.0.1")) {
            for (int i = 0; i < 10; i++) {
                client.post(KNOWN, BODY).send("x".repeat(BODY));
                assertThat(client.until("got " + BODY)).startsWith("HTTP/1.1 200 ");
            }
            await(() -> served.heldBodyBytes() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100000", CHUNKED})
    void aClientThatLeavesInTheMiddleHoldsNothing(String framing) throws IOException {
        try (var client = sender("127.0.0.1").head(KNOWN, framing)) {
            client.send("7000\r\n" + "x".repeat(0x7000) + "\r\n");
            await(() -> served.heldBodyBytes() > 0);
        }

        await(() -> served.heldBodyBytes() == 0);
    }

    @Test
    void aHandlerThatFailsHoldsNothing() throws IOException {
        try (var client = sender("127.0.0.1").post("/broken/", BODY, "Connection: close")) {
            await(() -> served.heldBodyBytes() == BODY);

            assertThat(client.send("x".repeat(BODY)).answer().status()).isEqualTo(500);
        }

        await(() -> served.heldBodyBytes() == 0);
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100000", CHUNKED})
    void aBodyThatStopsComingIsA408AndHoldsNothing(String framing) throws IOException {
        try (var client = sender("127.0.0.1").head(KNOWN, framing)) {
            client.send("7000\r\n" + "x".repeat(0x7000) + "\r\n");

            var answer = client.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(answer.body()).contains("within 2 seconds");
        }
        await(() -> served.heldBodyBytes() == 0);
    }

    @Test
    void aBodyThatDripsIsA408() throws Exception {
        try (var client = sender("127.0.0.1").post(KNOWN, BODY)) {
            var dripping = drip(client, "x");

            assertThat(client.until("\r\n")).startsWith("HTTP/1.1 408 ");
            dripping.interrupt();
            dripping.join();
        }
        await(() -> served.heldBodyBytes() == 0);
    }

    @Test
    void aBodyThatNobodyReadsAndThatDripsEndsTheConnection() throws Exception {
        try (var client = sender("127.0.0.1").post("/nowhere/", ANONYMOUS)) {
            var dripping = drip(client, "x");

            assertThat(client.until("\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("Connection: close");
            dripping.interrupt();
            dripping.join();
        }
    }

    @Test
    void aHeadThatDripsIsA408() throws Exception {
        try (var client = sender("127.0.0.1").send("GET / HTTP/1.1\r\nX: ")) {
            var dripping = drip(client, "y");

            assertThat(client.until("\r\n")).startsWith("HTTP/1.1 408 ");
            dripping.interrupt();
            dripping.join();
        }
        assertThat(served.get("/").status()).isEqualTo(200);
    }

    @Test
    void aConnectionMayBeOlderThanARequestMay() throws IOException {
        try (var client = sender("127.0.0.1")) {
            long end = System.nanoTime() + LIMITS.arrival().plusSeconds(2).toNanos();
            while (System.nanoTime() < end) {
                client.post("/", 3).send("abc");
                assertThat(client.until("got 3")).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void oneAddressHoldsAQuarterAndOthersAreServedBesideIt() throws IOException {
        try (var holder = sender("127.0.0.1").post(KNOWN, BODY)) {
            await(() -> served.heldBodyBytes() == BODY);

            var refused = whole("127.0.0.1", BODY / 2);
            var taken = whole("127.0.0.2", BODY);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("30");
            assertThat(refused.body()).contains("Your address has 100000 bytes");
            assertThat(taken.body()).isEqualTo("got " + BODY);
            assertThat(holder.send("x".repeat(BODY)).until("got ")).contains(" 200 ");
        }
    }

    @Test
    void manyAddressesHoldAllThereIsAndSmallRequestsAreServedBesideThem() throws IOException {
        try (var first = sender("127.0.0.1").post(KNOWN, BODY);
                var second = sender("127.0.0.2").post(KNOWN, BODY);
                var third = sender("127.0.0.3").post(KNOWN, BODY);
                var fourth = sender("127.0.0.4").post(KNOWN, BODY)) {
            await(() -> served.heldBodyBytes() == 4 * BODY);

            assertThat(whole("127.0.0.5", BODY / 2).body()).contains("The server holds 400000");
            assertThat(whole("127.0.0.5", 8_000).body()).isEqualTo("got 8000");
            assertThat(whole("127.0.0.1", 8_000).body()).isEqualTo("got 8000");
            assertThat(served.get("/").status()).isEqualTo(200);
            for (var client : new Sender[] {first, second, third, fourth}) {
                assertThat(client.send("x".repeat(BODY)).until("got ")).contains(" 200 ");
            }
        }
        await(() -> served.heldBodyBytes() == 0);
        assertThat(whole("127.0.0.5", BODY).body()).isEqualTo("got " + BODY);
    }

    @Test
    void behindAProxyTheAddressIsTheOneThatTheProxyTells() throws IOException {
        var behindProxy = new HttpOptions("127.0.0.1", 0, true, LIMITS);
        try (var proxied = Served.with(routes(), behindProxy);
                var ours = new Sender("127.0.0.1", proxied.port());
                var neighbour = new Sender("127.0.0.1", proxied.port());
                var other = new Sender("127.0.0.1", proxied.port())) {
            ours.post(KNOWN, BODY, "X-Forwarded-For: 2001:db8:1:2::3");
            await(() -> proxied.heldBodyBytes() == BODY);

            neighbour.post(KNOWN, BODY, "X-Forwarded-For: 2001:db8:1:2:ffff::4");
            assertThat(neighbour.until("\r\n")).startsWith("HTTP/1.1 503 ");
            other.post(KNOWN, BODY, "X-Forwarded-For: 2001:db8:1:3::3").send("x".repeat(BODY));
            assertThat(other.until("got ")).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 20001", CHUNKED})
    void fromSomebodyUnknownLessIsTaken(String framing) throws IOException {
        try (var client = sender("127.0.0.1").head("/", framing)) {
            client.send("4e21\r\n" + "x".repeat(20_001) + "\r\n");

            var answer = client.until("or send less");

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        }
        await(() -> served.heldBodyBytes() == 0);
        assertThat(whole("127.0.0.1", "/", ANONYMOUS).body()).isEqualTo("got " + ANONYMOUS);
    }

    @Test
    void whoIsTooLargeForAnybodyIsRefusedWhateverWasHeldBefore() throws IOException {
        try (var client = sender("127.0.0.1").head(KNOWN, CHUNKED)) {
            client.send("ffff\r\n" + "x".repeat(0xffff) + "\r\n");
            client.send("ffff\r\n" + "x".repeat(0xffff) + "\r\n");

            assertThat(client.until("\r\n")).startsWith("HTTP/1.1 413 ");
        }
        await(() -> served.heldBodyBytes() == 0);
    }

    @Test
    void oneAddressHasAQuarterOfTheConnections() throws IOException {
        var few = new HttpLimits(BODY, ANONYMOUS, 4 * BODY, Duration.ofSeconds(20), 8);
        try (var small = Served.with(routes(), HttpOptions.on("127.0.0.1", 0).with(few));
                var first = new Sender("127.0.0.2", small.port())) {
            greet(first);
            try (var second = new Sender("127.0.0.2", small.port())) {
                greet(second);
                try (var third = new Sender("127.0.0.2", small.port())) {
                    var answer = third.answer();
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.header("Retry-After")).isEqualTo("30");
                }
                assertThat(small.get("/").status()).isEqualTo(200);
            }
            await(() -> isServed("127.0.0.2", small.port()));
        }
    }

    private static void greet(Sender client) throws IOException {
        client.send("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n");
        assertThat(client.until("here")).startsWith("HTTP/1.1 200 ");
    }

    private static boolean isServed(String address, int port) {
        try (var client = new Sender(address, port)) {
            client.send("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n");
            return client.until("\r\n").startsWith("HTTP/1.1 200 ");
        } catch (IOException refused) {
            return false;
        }
    }

    private Served.Answer whole(String address, int length) throws IOException {
        return whole(address, KNOWN, length);
    }

    private Served.Answer whole(String address, String path, int length) throws IOException {
        try (var client = sender(address)) {
            client.post(path, length, "Connection: close", "Expect: 100-continue");
            var first = client.until("\r\n\r\n");
            return first.startsWith("HTTP/1.1 100 ")
                    ? client.send("x".repeat(length)).answer()
                    : new Served.Answer(
                            Served.answer(first).status(),
                            Served.answer(first).headers(),
                            client.rest());
        }
    }

    private Sender sender(String address) throws IOException {
        return new Sender(address, served.port());
    }

    /** Ten times a second, until it is interrupted or the server ends the connection. */
    private static Thread drip(Sender client, String octet) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (!Thread.currentThread().isInterrupted()) {
                            client.send(octet);
                            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                        }
                    } catch (IOException ended) {
                        // As it should be.
                    }
                });
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("when it came true at last").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
