package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.NewToken;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Strangers who take all that a small server gives: it serves everybody else meanwhile, and is
 * whole afterwards. One comes from one address, the others each from an address of their own.
 */
@Timeout(180)
@SuppressWarnings("NullAway") // JUnit sets the fields
final class HeldRequestsTest {

    // As many requests are worked on at one time as there are processors.
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:ActiveProcessorCount=8", "-XX:+ExitOnOutOfMemoryError");

    private static final int HOLDERS = 220;
    private static final Duration HELD = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int BODY = 4 << 20;
    private static final String VISITOR = "127.2.0.1";
    static final String FORM = "application/x-www-form-urlencoded";
    private static final String DATA = "--data=";
    static final String CHECKS = "/api/1.3/patches/1/checks/";

    private static final byte[] LONG_CHECK =
            UnfoldingBody.octets("{\"state\": \"success\", \"description\": \"", BODY, "\"}");

    @TempDir private Path folder;
    private String annsToken;
    private String joesToken;

    @BeforeEach
    void setUp() {
        var file = folder.resolve("patchbay.db");
        try (var store =
                DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system())) {
            PostOffice.addProject(store);
            annsToken = tokenOf("ann", store);
            joesToken = tokenOf("joe", store);
        }
    }

    private static String tokenOf(String name, Store store) {
        return store.write(writing -> {
            long id =
                    writing.accounts()
                            .add(new NewUser(name, "", "", "", name + "@example.org", true, false));
            writing.accounts().maintains(id, 1, true);
            return writing.accounts().addToken(id, NewToken.full("", null));
        });
    }

    @Test
    void bodiesThatAreHeldKeepNobodyElseWaiting() throws Exception {
        try (var server = ServerRun.start(SMALL, List.of("--data", folder.toString()));
                var mail = new LmtpSender(folder.resolve("lmtp.sock"))) {
            fileFirstPatch(mail);
            // What a server does only at its first request is not what is measured.
            readList(server.port());
            addCheck(server.port());
            var ended = new CountDownLatch(1);
            var holders = new ConcurrentLinkedQueue<BodyHolder>();
            var settled = new AtomicInteger();
            var refused = new AtomicInteger();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 2 * HOLDERS; i++) {
                int number = i;
                threads.add(
                        Thread.ofVirtual()
                                .start(() ->
                                        hold(
                                                number,
                                                server.port(),
                                                ended,
                                                holders,
                                                settled,
                                                refused)));
            }

            var slowest = serveOthers(server.port(), mail, settled);

            ended.countDown();
            for (var holder : holders) {
                holder.close();
            }
            for (var thread : threads) {
                thread.join();
            }
            System.out.printf("HeldRequestsTest: %s, %d refused%n", slowest, refused.get());
            assertThat(slowest.longest()).isLessThan(SOON);
            assertThat(settled.get()).isEqualTo(2 * HOLDERS);
            expectAllOfTheBudget(server.port());
        }
    }

    /** A process with 400 descriptors has 200 connections, of which one address has 50. */
    @Test
    void connectionsThatAreHeldLeaveDescriptorsForOthers() throws Exception {
        var command = ProgramRun.command(SMALL, "serve", "--http", "127.0.0.1:0", DATA + folder);
        var limited = new ArrayList<>(List.of("bash", "-c", "ulimit -n 400; exec \"$@\"", "-"));
        limited.addAll(command);
        try (var server = ServerRun.run(limited)) {
            var holders = new ArrayList<BodyHolder>();
            try {
                for (int i = 0; i < 300; i++) {
                    holders.add(new BodyHolder("127.0.0.1", server.port()));
                }
                assertThat(holders.getLast().status()).isEqualTo(503);
                readList(server.port());
                for (int i = 1; i <= 250; i++) {
                    holders.add(new BodyHolder("127.1.0." + i, server.port()));
                }
                assertThat(holders.getLast().status()).isEqualTo(503);
                for (int i = 1; i <= 10; i++) {
                    try (var mail = new LmtpSender(folder.resolve("lmtp.sock"))) {
                        deliver(mail, "series-" + i);
                    }
                }
            } finally {
                for (var holder : holders) {
                    holder.close();
                }
            }
            awaitList(server.port());
        }
    }

    /** Connections that were closed are noticed soon. */
    private static void awaitList(int port) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (true) {
            try {
                readList(port);
                return;
            } catch (IOException | AssertionError refused) {
                assertThat(System.nanoTime()).as("the end of " + SOON).isLessThan(end);
            }
        }
    }

    /** The first half from one address, the second from many; half of these say who they are. */
    private void hold(
            int number,
            int port,
            CountDownLatch ended,
            Queue<BodyHolder> holders,
            AtomicInteger settled,
            AtomicInteger refused) {
        boolean isOne = number < HOLDERS;
        var address = isOne ? "127.0.0.1" : "127.1.0." + (number - HOLDERS + 1);
        boolean isKnown = isOne || number % 2 == 0;
        try (var holder = new BodyHolder(address, port)) {
            holders.add(holder);
            if (isKnown) {
                holder.post(CHECKS, BODY, json(joesToken));
            } else {
                holder.post("/user/login/", BODY, "Content-Type: " + FORM + "\r\n");
            }
            holder.hold(LONG_CHECK);
            settled.incrementAndGet();
            ended.await();
        } catch (IOException sentAway) {
            settled.incrementAndGet();
            refused.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest that each kind of request took. */
    private record Slowest(int rounds, Duration page, Duration check, Duration mail) {

        Duration longest() {
            return longer(page, longer(check, mail));
        }

        static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        Slowest and(Slowest other) {
            return new Slowest(
                    rounds + other.rounds,
                    longer(page, other.page),
                    longer(check, other.check),
                    longer(mail, other.mail));
        }
    }

    private interface Deed {
        void done() throws IOException;
    }

    /** As long as bodies are held or begun: from another address, and by LMTP. */
    private Slowest serveOthers(int port, LmtpSender mail, AtomicInteger settled) throws Exception {
        var slowest = new Slowest(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var pause = new CountDownLatch(1);
        long end = System.nanoTime() + HELD.toNanos();
        long last = end + HELD.multipliedBy(4).toNanos();
        while (System.nanoTime() < end || settled.get() < 2 * HOLDERS && System.nanoTime() < last) {
            int round = slowest.rounds() + 1;
            slowest =
                    slowest.and(
                            new Slowest(
                                    1,
                                    time(() -> readList(port)),
                                    time(() -> addCheck(port)),
                                    time(() -> deliver(mail, "round-" + round))));
            // A pace that leaves the machine to others; nobody counts the latch down.
            var unused = pause.await(50, TimeUnit.MILLISECONDS);
        }
        return slowest;
    }

    private static Duration time(Deed deed) throws IOException {
        long begin = System.nanoTime();
        deed.done();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void readList(int port) throws IOException {
        try (var visitor = new BodyHolder(VISITOR, port)) {
            visitor.send(
                    "GET /project/quay/list/ HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(visitor.status()).isEqualTo(200);
        }
    }

    private void addCheck(int port) throws IOException {
        var check = "{\"state\": \"success\", \"context\": \"ci\"}";
        try (var visitor = new BodyHolder(VISITOR, port)) {
            visitor.post(CHECKS, check.length(), json(annsToken)).send(check.getBytes(ISO_8859_1));
            assertThat(visitor.status()).isEqualTo(201);
        }
    }

    private static void fileFirstPatch(LmtpSender mail) throws IOException {
        for (var first : ThreadedMails.series("first")) {
            assertThat(mail.deliver(first)).startsWith("250 ");
        }
    }

    private static void deliver(LmtpSender mail, String name) throws IOException {
        assertThat(mail.deliver(ThreadedMails.series(name).getFirst())).startsWith("250 ");
    }

    /** Four bodies of the largest size, from four addresses, at one time: no byte was lost. */
    private void expectAllOfTheBudget(int port) throws IOException {
        var holders = new ArrayList<BodyHolder>();
        try {
            for (int i = 0; i < 4; i++) {
                var holder = new BodyHolder("127.3.0." + (i + 1), port);
                holders.add(holder);
                holder.post(CHECKS, BODY, json(annsToken) + "Expect: 100-continue\r\n");
                assertThat(holder.status()).isEqualTo(100);
            }
            try (var fifth = new BodyHolder("127.3.0.5", port)) {
                fifth.post(CHECKS, BODY, json(annsToken) + "Expect: 100-continue\r\n");
                assertThat(fifth.head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 30");
            }
            for (var holder : holders) {
                assertThat(holder.send(LONG_CHECK).status()).isBetween(200, 499);
            }
        } finally {
            for (var holder : holders) {
                holder.close();
            }
        }
    }

    /** All of the budget at one time, of bodies that take more room the further they are read. */
    @Test
    void bodiesThatUnfoldInMemoryFitBesideEachOther() throws Exception {
        try (var server = ServerRun.start(SMALL, List.of("--xmlrpc", DATA + folder));
                var mail = new LmtpSender(folder.resolve("lmtp.sock"));
                var threads = Executors.newFixedThreadPool(4)) {
            fileFirstPatch(mail);
            for (var body : UnfoldingBody.values()) {
                byte[] octets = body.octets(BODY);
                var allAreThere = new CyclicBarrier(4);
                var clients = new ArrayList<Callable<Set<Integer>>>();
                for (int i = 1; i <= 4; i++) {
                    var address = "127.1.0." + i;
                    clients.add(() -> send(address, server.port(), body, octets, allAreThere));
                }

                for (var statuses : threads.invokeAll(clients)) {
                    assertThat(statuses.get()).as("%s", body).isSubsetOf(200, 201, 400);
                }
            }
            readList(server.port());
            expectAllOfTheBudget(server.port());
        }
    }

    /** Three one after the other, each with the others in one moment, and what was answered. */
    private Set<Integer> send(
            String address, int port, UnfoldingBody body, byte[] octets, CyclicBarrier allAreThere)
            throws Exception {
        var statuses = new TreeSet<Integer>();
        for (int i = 0; i < 3; i++) {
            try (var client = new BodyHolder(address, port)) {
                client.post(body.path, octets.length, headers(annsToken, body.type)).hold(octets);
                allAreThere.await(20, TimeUnit.SECONDS);
                byte[] last = {octets[octets.length - 1]};
                statuses.add(client.send(last).status());
            }
        }
        return statuses;
    }

    private static String json(String token) {
        return headers(token, "application/json");
    }

    private static String headers(String token, String type) {
        return "Authorization: Token %s\r\nContent-Type: %s\r\n".formatted(token, type);
    }
}
