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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Strangers who take all that a small server gives: it serves everybody else meanwhile, and is
 * whole afterwards. One comes from one address, the others each from an address of their own.
 */
@Timeout(180)
@SuppressWarnings("NullAway") // JUnit sets the fields
@EnabledIfSystemProperty(
        named = "patchbay.long",
        matches = "true",
        disabledReason = "takes more than half a minute; './patchbay test --long' runs it")
final class HeldRequestsTest {

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError");

    private static final int HOLDERS = 220;
    private static final Duration HELD = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int BODY = 4 << 20;
    private static final String VISITOR = "127.2.0.1";
    private static final String DATA = "--data=";
    private static final String CHECKS = "/api/1.3/patches/1/checks/";

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
            var refused = new AtomicInteger();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 2 * HOLDERS; i++) {
                int number = i;
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> hold(number, server.port(), ended, holders, refused)));
            }

            var slowest = serveOthers(server.port(), mail);

            ended.countDown();
            for (var holder : holders) {
                holder.close();
            }
            for (var thread : threads) {
                thread.join();
            }
            System.out.printf("HeldRequestsTest: %s, %d refused%n", slowest, refused.get());
            assertThat(slowest.longest()).isLessThan(SOON);
            assertThat(refused.get()).isGreaterThanOrEqualTo(2 * HOLDERS - 4);
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
            holder.hold(body(BODY));
            ended.await();
        } catch (IOException sentAway) {
            if (ended.getCount() > 0) {
                refused.incrementAndGet();
            }
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

    /** As long as bodies are held: from another address, and by LMTP. */
    private Slowest serveOthers(int port, LmtpSender mail) throws Exception {
        var slowest = new Slowest(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var pause = new CountDownLatch(1);
        long end = System.nanoTime() + HELD.toNanos();
        while (System.nanoTime() < end) {
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
                assertThat(holder.send(body(BODY)).status()).isBetween(200, 499);
            }
        } finally {
            for (var holder : holders) {
                holder.close();
            }
        }
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private static String json(String token) {
        return "Authorization: Token %s\r\nContent-Type: application/json\r\n".formatted(token);
    }

    /** A check with a long description. */
    private static byte[] body(int length) {
        var begin = "{\"state\": \"success\", \"description\": \"";
        return (begin + "x".repeat(length - begin.length() - 2) + "\"}").getBytes(ISO_8859_1);
    }
}
