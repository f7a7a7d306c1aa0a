package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.query.Selection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The store is locked, full or away: the mail stays with its sender, and is filed later. */
@Timeout(120)
class DeliveryFaultsTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Selection EVERYTHING =
            new Selection(List.of(), List.of(), 0, Integer.MAX_VALUE);

    private static final String PUT_OFF = "451 4.3.0 the store cannot be written now";
    private static final String FILED = "250 2.0.0 filed as ";

    private final String mail = ThreadedMails.series("one").getFirst();

    @TempDir private Path folder;

    @Test
    void aLockedDatabasePutsMailOff() throws Exception {
        var file = folder.resolve("patchbay.db");
        try (var office = new PostOffice(sqlite(file));
                var sender = office.sender();
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertThat(sender.deliver(mail)).isEqualTo(PUT_OFF);
            assertThat(covers(office)).isZero();

            statement.execute("rollback");
            assertThat(sender.deliver(mail)).isEqualTo(FILED + "cover");
            assertThat(covers(office)).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskPutsMailOff() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()) == 0,
                "a disk that can be filled needs the right to mount a tmpfs");
        try (var office = new PostOffice(sqlite(disk.resolve("patchbay.db")));
                var sender = office.sender()) {
            var ballast = disk.resolve("ballast");
            fill(ballast);

            assertThat(deliverUntilPutOff(sender)).isEqualTo(PUT_OFF);
            long filed = patches(office);
            assertThat(sender.deliver(mail)).isEqualTo(PUT_OFF);
            assertThat(covers(office)).isZero();

            Files.delete(ballast);
            assertThat(sender.deliver(mail)).isEqualTo(FILED + "cover");
            assertThat(covers(office)).isEqualTo(1);
            assertThat(patches(office)).isEqualTo(filed);
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    /** What was taken before may lie in pages that the database had already. */
    private static String deliverUntilPutOff(LmtpSender sender) throws IOException {
        for (int number = 0; ; number++) {
            var answer = sender.deliver(ThreadedMails.series("fill" + number).get(1));
            if (!answer.startsWith(FILED)) {
                return answer;
            }
        }
    }

    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[4_096]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void aFileThatMayNotGrowPutsMailOff() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prlimit")),
                "limits of a process need prlimit of util-linux");
        var data = folder.resolve("data");
        Files.createDirectory(data);
        try (var store = sqlite(data.resolve("patchbay.db"))) {
            PostOffice.addProject(store);
        }
        try (var server = ServerRun.start(data)) {
            try (var sender = new LmtpSender(data.resolve("lmtp.sock"))) {
                server.limitFiles(8_192);

                assertThat(sender.deliver(mail)).isEqualTo(PUT_OFF);

                server.limitFiles(Long.MAX_VALUE);
                assertThat(sender.deliver(mail)).isEqualTo(FILED + "cover");
            }
        }
    }

    @Test
    void aPostgresThatIsAwayPutsMailOffUntilItIsBack() throws Exception {
        int port = freePort();
        var data = folder.resolve("postgres");
        var first = postgres(data, port);
        var address = new Postgres(first.getJdbcUrl("postgres", "postgres"), "postgres", "", 4);
        try (var office =
                        new PostOffice(
                                DatabaseStore.postgres(
                                        address, Durability.EVERY_WRITE, PATIENCE, CLOCK));
                var sender = office.sender()) {
            assertThat(sender.deliver(ThreadedMails.series("before").getFirst()))
                    .isEqualTo(FILED + "cover");
            first.close();

            assertThat(sender.deliver(mail)).isEqualTo(PUT_OFF);

            try (var again = postgres(data, port)) {
                assertThat(deliverUntilFiled(sender)).isEqualTo(FILED + "cover");
                assertThat(sender.deliver(mail)).isEqualTo("250 2.0.0 here already");
                assertThat(again.getPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void aLockedPostgresPutsMailOff() throws Exception {
        try (var server = postgres(folder.resolve("postgres"), freePort());
                var office =
                        new PostOffice(
                                DatabaseStore.postgres(
                                        new Postgres(
                                                server.getJdbcUrl("postgres", "postgres"),
                                                "postgres",
                                                "",
                                                4),
                                        Durability.EVERY_WRITE,
                                        PATIENCE,
                                        CLOCK));
                var sender = office.sender();
                var other = server.getPostgresDatabase().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table counter");

            assertThat(sender.deliver(mail)).isEqualTo(PUT_OFF);

            other.rollback();
            assertThat(sender.deliver(mail)).isEqualTo(FILED + "cover");
        }
    }

    /** As a mail system does, which tries again. */
    private String deliverUntilFiled(LmtpSender sender) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var answer = sender.deliver(mail);
        while (!answer.startsWith(FILED) && System.nanoTime() < deadline) {
            answer = sender.deliver(mail);
        }
        return answer;
    }

    private static DatabaseStore sqlite(Path file) {
        return DatabaseStore.sqlite(file, Durability.EVERY_WRITE, PATIENCE, CLOCK);
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static long covers(PostOffice office) {
        Store store = office.store;
        return store.read(reading -> reading.covers().list(EVERYTHING).total());
    }

    private static long patches(PostOffice office) {
        return office.store.read(reading -> reading.patches().list(EVERYTHING).total());
    }
}
