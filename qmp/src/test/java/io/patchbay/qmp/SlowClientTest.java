package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.schema.Event;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A client that does not read harms nobody but itself. */
class SlowClientTest {

    record Flood(String text) implements Event {}

    private static final String CLIENT_LOG = "io.patchbay.qmp.chardev.Connection";

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    private final LinkedBlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final Handler recorder =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    logged.add(line.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    @TempDir private Path folder;

    @BeforeEach
    void start() {
        Logger.getLogger(CLIENT_LOG).addHandler(recorder);
        server.events().declare(Flood.class);
        server.listen("main", folder.resolve("main.sock"));
        server.listen("second", folder.resolve("second.sock"));
    }

    @AfterEach
    void end() {
        Logger.getLogger(CLIENT_LOG).removeHandler(recorder);
        server.close();
    }

    @Test
    void aClientThatReadsNoEventsIsDroppedAndTheOthersGetThemAll() throws InterruptedException {
        var text = "x".repeat(100_000);
        try (var silent = RawClient.negotiated(folder.resolve("main.sock"));
                var reading = RawClient.negotiated(folder.resolve("second.sock"))) {
            while (logged.isEmpty()) {
                server.events().emit(new Flood(text));
                assertThat(reading.line()).endsWith("\"data\": {\"text\": \"" + text + "\"}}");
            }

            assertThat(logged.take()).contains("unread and was dropped");
            assertThat(reading.ask("{'execute':'query-status'}")).contains("running");
            try (var next = RawClient.negotiated(folder.resolve("main.sock"))) {
                assertThat(next.ask("{'execute':'query-status'}")).contains("running");
            }
            assertThat(silent.line()).contains("FLOOD");
        }
    }

    @Test
    void aClientThatReadsNoRepliesIsNotReadFromAndLosesNothing() {
        var large = "{'execute':'query-qmp-schema','id':%d}";
        try (var silent = RawClient.negotiated(folder.resolve("main.sock"));
                var other = RawClient.negotiated(folder.resolve("second.sock"))) {
            for (int i = 0; i < 200; i++) {
                silent.send(large.formatted(i));
            }

            assertThat(other.ask("{'execute':'query-status'}")).contains("running");

            for (int i = 0; i < 200; i++) {
                assertThat(silent.line()).endsWith("\"id\": " + i + "}");
            }
        }
    }

    @Test
    void theServerEndsThoughAClientDoesNotRead() {
        var silent = RawClient.negotiated(folder.resolve("main.sock"));
        for (int i = 0; i < 200; i++) {
            silent.send("{'execute':'query-qmp-schema'}");
        }

        server.close();

        assertThat(folder.resolve("main.sock")).doesNotExist();
        silent.close();
    }
}
