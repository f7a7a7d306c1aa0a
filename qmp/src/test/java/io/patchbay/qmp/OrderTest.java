package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.OutOfBand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What runs when, and in which order the replies come (spec §6). */
class OrderTest {

    record WaitForRelease() implements Command<Empty> {}

    @OutOfBand
    record Ping() implements Command<Empty> {}

    record Count() implements Command<Counted> {}

    record Counted(long before, long atOnce) {}

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger counted = new AtomicInteger();
    @TempDir private Path folder;
    private Path socket = Path.of("");

    @BeforeEach
    void start() {
        server.commands()
                .perform(
                        WaitForRelease.class,
                        (wait, caller) -> {
                            waiting.countDown();
                            await(released);
                        });
        server.commands().perform(Ping.class, (ping, caller) -> {});
        server.commands()
                .answer(
                        Count.class,
                        (count, caller) -> {
                            int atOnce = running.incrementAndGet();
                            Thread.yield();
                            running.decrementAndGet();
                            return new Counted(counted.getAndIncrement(), atOnce);
                        });
        socket = folder.resolve("qmp.sock");
        server.listen("main", socket);
    }

    @AfterEach
    void end() {
        released.countDown();
        server.close();
    }

    @Test
    void repliesComeInTheOrderOfTheRequests() {
        try (var client = RawClient.negotiated(socket)) {
            client.send(numbered("query-version", 1000));

            for (int i = 0; i < 1000; i++) {
                assertThat(client.line()).endsWith("\"id\": " + i + "}");
            }
        }
    }

    @Test
    void theyDoSoAlsoWithOutOfBandEnabledAndErrorsInBetween() {
        try (var client = outOfBandClient()) {
            var requests = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                requests.append("{'execute':'query-version','id':").append(i).append("}[}");
            }

            client.send(requests.toString());

            for (int i = 0; i < 100; i++) {
                assertThat(client.line()).endsWith("\"id\": " + i + "}");
                assertThat(client.line()).contains("JSON parse error");
            }
        }
    }

    @Test
    void anOutOfBandCommandOvertakesTheOnesThatWait() {
        try (var client = outOfBandClient()) {
            client.send("{'execute':'wait-for-release','id':1}{'execute':'query-status','id':2}");
            await(waiting);

            client.send("{'exec-oob':'ping','id':3}");

            assertThat(client.line()).isEqualTo("{\"return\": {}, \"id\": 3}");
            released.countDown();
            assertThat(client.line()).isEqualTo("{\"return\": {}, \"id\": 1}");
            assertThat(client.line()).endsWith("\"id\": 2}");
        }
    }

    @Test
    void withNineWaitingReadingStopsButNothingIsLost() {
        try (var client = outOfBandClient();
                var other = second()) {
            client.send("{'execute':'wait-for-release','id':'first'}" + numbered("stop", 20));
            await(waiting);

            assertThat(other.ask("{'exec-oob':'ping'}")).isEqualTo("{\"return\": {}}");
            released.countDown();

            assertThat(client.line()).endsWith("\"id\": \"first\"}");
            assertThat(client.line()).contains("STOP");
            for (int i = 0; i < 20; i++) {
                assertThat(client.line()).endsWith("\"id\": " + i + "}");
            }
        }
    }

    @Test
    void commandsOfAllMonitorsRunOneAtATimeAndTakeTurns() {
        try (var first = RawClient.negotiated(socket);
                var second = second()) {
            first.send(numbered("count", 500));
            second.send(numbered("count", 500));

            var all = new ArrayList<String>();
            for (int i = 0; i < 500; i++) {
                all.add(first.line());
                all.add(second.line());
            }

            assertThat(all).allMatch(reply -> reply.contains("\"at-once\": 1"));
            assertThat(counted.get()).isEqualTo(1000);
        }
    }

    @Test
    void aCommandThatWaitsHoldsUpOtherMonitorsButNotTheirOutOfBandCommands() {
        try (var first = RawClient.negotiated(socket);
                var second = second()) {
            first.send("{'execute':'wait-for-release','id':1}");
            await(waiting);

            second.send("{'execute':'query-status','id':2}{'exec-oob':'ping','id':3}");

            assertThat(second.line()).endsWith("\"id\": 3}");
            released.countDown();
            assertThat(second.line()).endsWith("\"id\": 2}");
            assertThat(first.line()).endsWith("\"id\": 1}");
        }
    }

    private RawClient outOfBandClient() {
        return outOfBand(socket);
    }

    private RawClient second() {
        server.listen("second", folder.resolve("second.sock"));
        return outOfBand(folder.resolve("second.sock"));
    }

    private static RawClient outOfBand(Path path) {
        var client = RawClient.connect(path);
        assertThat(client.line()).contains("oob");
        client.ask("{'execute':'qmp_capabilities','arguments':{'enable':['oob']}}");
        return client;
    }

    private static String numbered(String command, int count) {
        var requests = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            requests.add("{'execute':'%s','id':%d}".formatted(command, i));
        }
        return String.join("", List.copyOf(requests));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
