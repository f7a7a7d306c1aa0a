package io.patchbay.bench.beside;

import io.patchbay.bench.intake.LmtpConnection;
import io.patchbay.bench.intake.PatchMails;
import io.patchbay.bench.pages.HttpConnection;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One kind of work that clients make for a server.
 *
 * @param weight how often it is done while a list of a hundred is asked for once; what costs little
 *     is done more often, so that all are measured for a similar time
 */
record Work(String what, double weight, Opener opener) {

    private static final int CONNECTIONS = 4;
    private static final long LONGEST_MINUTES = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final List<String> WORDS = List.of("heron", "puffin", "gull", "grey+tern");

    /** A connection of its own; each number comes once, to one of the connections. */
    interface Client extends Closeable {

        void send(int number) throws IOException;

        /** Returns when the server has done all that was sent. */
        default void settle() throws IOException {}
    }

    interface Opener {
        Client open(ServedBuild served) throws IOException;
    }

    /** The request of a number. */
    private interface Requests {
        byte[] of(ServedBuild served, int number);
    }

    static List<Work> all() {
        var list = "/api/patches/?project=bench-0&per_page=100";
        return List.of(
                get("list of 100 patches", 1, (_, n) -> list + "&page=" + (1 + n % 5)),
                get("patch", 5, (served, n) -> "/api/patches/%d/".formatted(served.patch(n))),
                get(
                        "list of 30 series",
                        0.5,
                        (_, n) -> "/api/series/?project=bench-0&page=" + (1 + n % 5)),
                get("series", 5, (served, n) -> "/api/series/%d/".formatted(served.series(n))),
                get("30 events", 2, (_, _) -> "/api/events/?project=bench-0"),
                get(
                        "search by word",
                        1,
                        (_, n) -> "/api/patches/?per_page=100&q=" + WORDS.get(n % WORDS.size())),
                get("web: list", 1, (_, _) -> "/project/bench-0/list/"),
                new Work("PATCH of a state", 1, http(200, Work::newState)),
                new Work("POST of a check", 1, http(201, Work::newCheck)),
                new Work("delivery by LMTP", 0.5, Delivering::new));
    }

    private interface Path {
        String of(ServedBuild served, int number);
    }

    private static Work get(String what, double weight, Path path) {
        return new Work(
                what,
                weight,
                http(200, (served, number) -> HttpConnection.request(path.of(served, number))));
    }

    /** Each time another one than before. */
    private static byte[] newState(ServedBuild served, int number) {
        return HttpConnection.request(
                "PATCH",
                "/api/patches/%d/".formatted(served.patch(number)),
                served.token(),
                "{\"state\": \"%s\"}"
                        .formatted(served.visit(number) % 2 == 0 ? "under-review" : "new"));
    }

    private static byte[] newCheck(ServedBuild served, int number) {
        return HttpConnection.request(
                "POST",
                "/api/patches/%d/checks/".formatted(served.patch(number)),
                served.token(),
                """
                {"state": "success", "context": "bench-%d",
                 "target_url": "https://ci.example.com/%d", "description": "All is well."}
                """
                        .formatted(number % 5, number));
    }

    private static Opener http(int expected, Requests requests) {
        return served -> new Asking(new HttpConnection(served.port()), served, expected, requests);
    }

    private record Asking(
            HttpConnection connection, ServedBuild served, int expected, Requests requests)
            implements Client {

        @Override
        public void send(int number) throws IOException {
            var request = requests.of(served, number);
            int status = connection.get(request).status();
            if (status != expected) {
                throw new IOException(
                        "expected %d, got %d for%n%s"
                                .formatted(
                                        expected,
                                        status,
                                        new String(request, StandardCharsets.US_ASCII)));
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private static final class Delivering implements Client {

        private static final PatchMails MAILS = new PatchMails(2026);

        private final ServedBuild served;
        private final LmtpConnection connection;
        private int last = -1;

        Delivering(ServedBuild served) throws IOException {
            this.served = served;
            connection = new LmtpConnection(served.lmtpSocket());
        }

        @Override
        public void send(int number) throws IOException {
            connection.deliver(MAILS.text(number));
            last = number;
        }

        @Override
        public void settle() throws IOException {
            if (last < 0) {
                return;
            }
            var id = URLEncoder.encode(MAILS.id(last), StandardCharsets.UTF_8);
            var request = HttpConnection.request("/api/patches/?msgid=" + id);
            long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
            try (var http = new HttpConnection(served.port())) {
                while (http.get(request).length() == "[]".length()) {
                    if (System.nanoTime() > deadline) {
                        throw new IOException("a mail that was taken is not shown: " + id);
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /**
     * Does it over several connections at once.
     *
     * @param first each number is used once a server
     * @return processor time of the server
     */
    Duration on(ServedBuild served, int first, int count) throws IOException, InterruptedException {
        var next = new AtomicInteger(first);
        var tasks = new ArrayList<Callable<Integer>>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            tasks.add(() -> send(served, next, first + count));
        }
        var before = served.cpu().used();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : threads.invokeAll(tasks, LONGEST_MINUTES, TimeUnit.MINUTES)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("%s failed".formatted(what), e.getCause());
        }
        return served.cpu().used().minus(before);
    }

    private int send(ServedBuild served, AtomicInteger next, int end) throws IOException {
        try (var client = opener.open(served)) {
            for (int number = next.getAndIncrement(); number < end; ) {
                client.send(number);
                number = next.getAndIncrement();
            }
            client.settle();
        }
        return end;
    }
}
