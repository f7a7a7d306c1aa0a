package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Monitors plugged in and out by sixteen clients at once, while others connect, talk and hang up at
 * random: a thousand times, twenty thousand with {@code -Dpatchbay.long=true}.
 */
class PlugUnplugTest {

    private static final int CYCLES = Boolean.getBoolean("patchbay.long") ? 20_000 : 1000;
    private static final int THREADS = 16;

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    private final AtomicInteger left = new AtomicInteger(CYCLES);
    @TempDir private Path folder;

    @Test
    @Timeout(180)
    void nothingIsLeftBehindAndEveryReplyComesInOrder()
            throws InterruptedException, ExecutionException, IOException {
        oneRound(0, 1);
        long descriptors = Leaks.openDescriptors();

        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                int worker = i;
                workers.add(threads.submit(() -> work(worker)));
            }
            for (var worker : workers) {
                worker.get();
            }
        }
        server.close();

        assertThat(filesIn(folder)).isEmpty();
        Leaks.awaitDescriptorsAtMost(descriptors);
        Leaks.awaitNoThreadNamed("qmp-");
    }

    private void oneRound(int worker, long seed) {
        var control = folder.resolve("control-" + worker + ".sock");
        server.listen("control-" + worker, control);
        try (var client = RawClient.negotiated(control)) {
            cycle(client, "warm", new Random(seed));
        }
    }

    private void work(int worker) {
        var random = new Random(worker);
        var id = "w" + worker;
        var control = folder.resolve(id + "-control.sock");
        server.listen(id + "-control", control);
        try (var client = RawClient.negotiated(control)) {
            while (left.getAndDecrement() > 0) {
                cycle(client, id, random);
            }
        }
    }

    /**
     * One chardev and monitor from plugging in to pulling out, with a client that does anything.
     */
    private void cycle(RawClient control, String id, Random random) {
        var path = folder.resolve(id + ".sock");
        expectEmpty(
                control,
                "{'execute':'chardev-add','arguments':{'id':'%s','backend':{'type':'socket','data':{'addr':{'type':'unix','data':{'path':'%s'}}}}}}"
                        .formatted(id, path));
        var clients = new ArrayList<RawClient>();
        if (random.nextBoolean()) {
            clients.add(RawClient.connect(path));
        }
        expectEmpty(
                control,
                "{'execute':'monitor-add','arguments':{'id':'%s','chardev':'%s'}}"
                        .formatted(id, id));
        boolean removedItself = false;
        if (!clients.isEmpty() || random.nextBoolean()) {
            var client = clients.isEmpty() ? RawClient.connect(path) : clients.getFirst();
            clients.add(client);
            assertThat(client.line()).startsWith("{\"QMP\"");
            removedItself = talk(client, id, random);
        }
        if (!removedItself) {
            expectEmpty(
                    control, "{'execute':'monitor-remove','arguments':{'id':'%s'}}".formatted(id));
        }
        expectEmpty(control, "{'execute':'chardev-remove','arguments':{'id':'%s'}}".formatted(id));
        clients.forEach(RawClient::close);
    }

    /** What a client may do; true if it removed its own monitor. */
    private static boolean talk(RawClient client, String id, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> client.close();
            case 1 -> client.send("{'execute':'qmp_capa");
            case 2 -> client.send(new byte[] {'[', (byte) 0xFF, '{'});
            case 3 -> {
                client.ask("{'execute':'qmp_capabilities','arguments':{'enable':['oob']}}");
                var requests = new StringBuilder();
                for (int i = 0; i < 20; i++) {
                    requests.append("{'execute':'query-version','id':%d}".formatted(i));
                }
                client.send(requests.toString());
                for (int i = 0; i < 20; i++) {
                    assertThat(client.line()).endsWith("\"id\": " + i + "}");
                }
            }
            case 4 -> {
                client.ask("{'execute':'qmp_capabilities'}");
                client.send("{'execute':'query-qmp-schema'}".repeat(5));
            }
            default -> {
                client.ask("{'execute':'qmp_capabilities'}");
                assertThat(
                                client.ask(
                                        "{'execute':'monitor-remove','arguments':{'id':'%s'}}"
                                                .formatted(id)))
                        .isEqualTo("{\"return\": {}}");
                return true;
            }
        }
        return false;
    }

    private static void expectEmpty(RawClient client, String request) {
        assertThat(client.ask(request)).as(request).isEqualTo("{\"return\": {}}");
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
