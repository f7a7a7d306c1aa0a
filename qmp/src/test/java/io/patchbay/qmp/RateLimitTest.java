package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.OncePerSecond;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Events that may be sent once a second only (spec §6). */
class RateLimitTest {

    record RtcChange(long offset) implements Event {}

    record VserportChange(String id, boolean open) implements Event {}

    @OncePerSecond(by = "shelf")
    record Dust(long shelf, long grains) implements Event {}

    record Free(long number) implements Event {}

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    @TempDir private Path folder;

    @BeforeEach
    void start() {
        List.of(RtcChange.class, VserportChange.class, Dust.class, Free.class)
                .forEach(server.events()::declare);
        server.listen("main", folder.resolve("main.sock"));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void theFirstIsSentAtOnceAndOfTheOthersTheLastAfterASecond() {
        try (var client = RawClient.negotiated(folder.resolve("main.sock"))) {
            long start = System.nanoTime();
            for (int i = 1; i <= 5; i++) {
                server.events().emit(new RtcChange(i));
            }
            server.events().emit(new Free(6));

            assertThat(client.line())
                    .endsWith("\"event\": \"RTC_CHANGE\", \"data\": {\"offset\": 1}}");
            assertThat(client.line()).contains("FREE");
            assertThat(client.line()).endsWith("\"data\": {\"offset\": 5}}");
            assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
        }
    }

    @Test
    void eventsThatDifferInWhatMattersAreLimitedApart() {
        try (var client = RawClient.negotiated(folder.resolve("main.sock"))) {
            server.events().emit(new VserportChange("a", true));
            server.events().emit(new VserportChange("b", true));
            server.events().emit(new VserportChange("a", false));
            server.events().emit(new Dust(1, 10));
            server.events().emit(new Dust(2, 10));
            server.events().emit(new Dust(2, 20));
            server.events().emit(new Free(0));

            assertThat(client.line()).endsWith("\"data\": {\"open\": true, \"id\": \"a\"}}");
            assertThat(client.line()).endsWith("\"data\": {\"open\": true, \"id\": \"b\"}}");
            assertThat(client.line()).contains("\"shelf\": 1");
            assertThat(client.line()).contains("\"shelf\": 2");
            assertThat(client.line()).contains("FREE");
            assertThat(List.of(client.line(), client.line()))
                    .anyMatch(line -> line.contains("\"open\": false"))
                    .anyMatch(line -> line.contains("\"grains\": 20"));
        }
    }
}
