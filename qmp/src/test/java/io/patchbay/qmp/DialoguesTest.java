package io.patchbay.qmp;

import io.patchbay.qmp.json.Limits;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Replays the dialogues in {@code src/test/resources/dialogues}, each against a server of its own.
 */
class DialoguesTest {

    @TestFactory
    Stream<DynamicTest> everyDialogueGoesAsWritten(@TempDir Path folder)
            throws IOException, URISyntaxException {
        var dialogues =
                Path.of(Objects.requireNonNull(getClass().getResource("/dialogues")).toURI());
        return Files.list(dialogues)
                .sorted()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                file.toUri(),
                                () -> replay(file, folder)));
    }

    private static void replay(Path file, Path folder) throws IOException {
        var own = Files.createTempDirectory(folder, "d");
        var clock = InstantSource.fixed(Instant.parse("2026-04-07T07:32:49.000123Z"));
        var version = Version.of(1, 2, 3, "dialogue");
        try (var server = new QmpServer(version, new Host() {}, clock, Limits.QEMU)) {
            server.listen("main", own.resolve("main.sock"));
            try (var dialogue = new Dialogue(own)) {
                Files.readAllLines(file).forEach(dialogue::play);
                dialogue.end();
            }
        }
    }
}
