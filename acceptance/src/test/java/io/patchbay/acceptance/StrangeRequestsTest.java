package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Routes;

import org.junit.jupiter.api.Test;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Clients that speak strangely, side by side with each other and with rubbish: each gets the
 * answers to its own requests, in their order and nothing else. Some seconds of it, ten minutes
 * with {@code -Dpatchbay.long=true}; {@code -Dpatchbay.seed=N} repeats what was sent.
 */
final class StrangeRequestsTest {

    private static final Duration DURATION =
            Boolean.getBoolean("patchbay.long") ? Duration.ofMinutes(10) : Duration.ofSeconds(3);
    private static final int CLIENTS = 4;

    @Test
    void everyClientGetsTheAnswersToItsOwnRequests() throws Exception {
        long seed = Long.getLong("patchbay.seed", 20261122L);
        var routes = new Routes().all(StrangeRequest.PATH + "{id}/", StrangeRequestsTest::echo);
        try (var server =
                        HttpServer.start(
                                HttpOptions.on("127.0.0.1", 0),
                                routes,
                                (_, error) -> Response.text(error.status(), error.detail()));
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < CLIENTS; i++) {
                var client = new Client(i, server.port(), new SplittableRandom(seed + i));
                clients.add(client::talk);
            }
            int asked = 0;
            for (var client : threads.invokeAll(clients)) {
                asked += client.get();
            }
            System.out.printf("%d strange requests of seed %d%n", asked, seed);
            assertThat(asked).isPositive();
        }
    }

    private static Response echo(Request request) throws IOException {
        // Bodies are larger than what strangers may send.
        request.isOfSomebodyKnown();
        var seen = StrangeRequest.echo(request.segment("id"), request.methodName(), request.body());
        return Response.text(200, seen);
    }

    private static final class Client {

        private final int number;
        private final int port;
        private final SplittableRandom random;
        private KeptConnection connection;
        private int asked;

        Client(int number, int port, SplittableRandom random) throws IOException {
            this.number = number;
            this.port = port;
            this.random = random;
            this.connection = new KeptConnection(port);
        }

        int talk() throws IOException {
            long end = System.nanoTime() + DURATION.toNanos();
            while (System.nanoTime() < end) {
                switch (random.nextInt(4)) {
                    case 0 -> sendRubbish();
                    case 1 -> ask(2 + random.nextInt(4));
                    default -> ask(1);
                }
            }
            connection.close();
            return asked;
        }

        /** Sends several requests at once, and reads their answers. */
        private void ask(int count) throws IOException {
            var requests = new ArrayList<StrangeRequest>();
            var octets = new StringBuilder();
            for (int i = 1; i <= count; i++) {
                var request = StrangeRequest.of(number + "-" + ++asked, i < count, random);
                requests.add(request);
                octets.append(request.octets());
            }
            write(StrangeRequest.bytes(octets.toString()));
            for (var request : requests) {
                expect(request);
            }
        }

        private void expect(StrangeRequest request) throws IOException {
            var answer = connection.answer(request.isHead());
            if (answer.status() != 200
                    || !answer.body().equals(request.isHead() ? "" : request.echo())) {
                throw new AssertionError(
                        "%d %s to%n%.3000s".formatted(answer.status(), answer.body(), request));
            }
            if ("close".equalsIgnoreCase(answer.headers().get("Connection"))) {
                reconnect();
            }
        }

        /** The answer can be lost: who refuses does not wait for the rest of what is sent. */
        private void sendRubbish() throws IOException {
            var rubbish = StrangeRequest.rubbish(random);
            try {
                write(StrangeRequest.bytes(rubbish.octets()));
                int status = connection.answer(false).status();
                if (status < 400 || status >= 500) {
                    throw new AssertionError(status + " to " + rubbish);
                }
                reconnect();
            } catch (SocketException | EOFException ended) {
                connection.close();
                connection = new KeptConnection(port);
            }
        }

        private void reconnect() throws IOException {
            if (!connection.isAtEnd()) {
                throw new AssertionError("more came than the last answer");
            }
            connection.close();
            connection = new KeptConnection(port);
        }

        /** Often in several pieces. */
        private void write(byte[] octets) throws IOException {
            int at = 0;
            while (random.nextBoolean() && at < octets.length) {
                int end = at + random.nextInt(octets.length - at) + 1;
                connection.write(Arrays.copyOfRange(octets, at, end));
                at = end;
            }
            connection.write(Arrays.copyOfRange(octets, at, octets.length));
        }
    }
}
