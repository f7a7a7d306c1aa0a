package io.patchbay.qmp.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.Dialogue;
import io.patchbay.qmp.RawClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the README shows is what is compiled, and it does what the README says. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLE =
            Path.of("src/test/java/io/patchbay/qmp/example/Greeter.java");
    private static final Path DIALOGUES = Path.of("src/test/resources/dialogues");

    @TempDir private Path folder;

    @Test
    void theExampleIsTheSameText() throws IOException {
        var source = Files.readString(EXAMPLE);
        var shown = source.substring(source.indexOf("import "));

        assertThat(Files.readString(README)).contains("```java\n" + shown + "```\n");
    }

    @Test
    void theExampleAnswersAsTheReadmeSays() throws InterruptedException, IOException {
        var socket = folder.resolve("main.sock");
        var program = Thread.ofPlatform().start(() -> run(socket));
        awaitFile(socket);

        var readme = Files.readString(README);
        int start = readme.indexOf("```\n<- ") + 4;
        try (var dialogue = new Dialogue(folder)) {
            readme.substring(start, readme.indexOf("```", start)).lines().forEach(dialogue::play);
            dialogue.end();
        }
        program.join();
    }

    @Test
    void everyDialogueIsListed() throws IOException {
        var readme = Files.readString(README);

        try (Stream<Path> dialogues = Files.list(DIALOGUES)) {
            assertThat(dialogues)
                    .allSatisfy(file ->
                            assertThat(readme)
                                    .contains("](" + DIALOGUES + "/" + file.getFileName() + ")"));
        }
    }

    @Test
    void everyCommandIsListed() throws InterruptedException, IOException {
        var socket = folder.resolve("main.sock");
        var program = Thread.ofPlatform().start(() -> run(socket));
        awaitFile(socket);
        var readme = Files.readString(README);

        try (var client = RawClient.negotiated(socket)) {
            var names = client.ask("{'execute':'query-commands'}").split("\"name\": \"");

            assertThat(Stream.of(names).skip(1).map(rest -> rest.substring(0, rest.indexOf('"'))))
                    .hasSizeGreaterThan(20)
                    .filteredOn(name -> !name.equals("greet"))
                    .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
            client.send("{'execute':'quit'}");
            assertThat(client.line()).contains("SHUTDOWN");
        }
        program.join();
    }

    private static void run(Path socket) {
        try {
            Greeter.main(new String[] {socket.toString()});
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }
}
