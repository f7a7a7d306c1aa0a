package io.patchbay.qmp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.Version;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Words become arguments by what the schema of a live server says. */
class ArgumentWordsTest {

    record Try(
            Optional<String> text,
            Optional<Long> number,
            Optional<Boolean> truth,
            Optional<Double> real,
            Optional<Colour> colour,
            Optional<List<Long>> numbers,
            Optional<List<String>> texts)
            implements Command<Empty> {}

    enum Colour {
        RED,
        DARK_BLUE
    }

    private static final QmpServer SERVER = new QmpServer(Version.of(1, 0, 0, ""));

    private static ArgumentWords words;

    @BeforeAll
    static void ask(@TempDir Path folder) throws IOException {
        SERVER.commands().perform(Try.class, (asked, caller) -> {});
        SERVER.listen("m", folder.resolve("m.sock"));
        try (var client = QmpClient.connect(folder.resolve("m.sock"))) {
            words = new ArgumentWords(ServerSchema.of(client));
        }
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=7 | {\"text\": \"7\"}",
                "text=a=b | {\"text\": \"a=b\"}",
                "number=-7 | {\"number\": -7}",
                "truth=on | {\"truth\": true}",
                "truth=false | {\"truth\": false}",
                "real=1.5 | {\"real\": 1.5}",
                "colour=dark-blue | {\"colour\": \"dark-blue\"}",
                "numbers=1,2 | {\"numbers\": [1, 2]}",
                "numbers=[1,2] | {\"numbers\": [1, 2]}",
                "texts=query-* | {\"texts\": [\"query-*\"]}",
                "unknown=7 | {\"unknown\": 7}",
                "unknown=x | {\"unknown\": \"x\"}"
            })
    void aValueIsWhatTheSchemaSaysItIs(String word, String arguments) {
        assertThat(words.parse("try", List.of(word))).hasToString(arguments);
    }

    @Test
    void dotsLeadIntoObjectsAndTheTagDecidesOnTheRest() {
        var backend =
                words.parse(
                        "chardev-add",
                        List.of(
                                "id=1",
                                "backend.type=socket",
                                "backend.data.addr.type=inet",
                                "backend.data.addr.data.host=127.0.0.1",
                                "backend.data.addr.data.port=0",
                                "backend.data.server=on"));

        // The port is a text, as the schema says, though it looks like a number.
        assertThat(backend)
                .isEqualTo(
                        JsonText.parse(
                                        "{'id': '1', 'backend': {'type': 'socket', 'data': {'addr': {'type': 'inet', 'data': {'host': '127.0.0.1', 'port': '0'}}, 'server': true}}}")
                                .orElseThrow());
        assertThat(words.parse("chardev-add", List.of("backend={'type':'null'}")))
                .hasToString("{\"backend\": {\"type\": \"null\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "number=x | 'number' expects a whole number, not 'x'",
                "truth=yes | 'truth' expects true or false, not 'yes'",
                "numbers=1,x | 'numbers' expects a whole number, not 'x'",
                "number | expected key=value, not 'number'",
                "=7 | expected key=value, not '=7'"
            })
    void aValueThatCannotBeOneIsRefused(String word, String message) {
        assertThatThrownBy(() -> words.parse("try", List.of(word)))
                .isInstanceOf(QmpError.class)
                .hasMessage(message);
    }

    @Test
    void namesAreCompletedAndValuesWhereTheyAreKnown() {
        assertThat(words.completions("try", List.of("text=x"), ""))
                .containsExactly("number=", "truth=", "real=", "colour=", "numbers=", "texts=");
        assertThat(words.completions("try", List.of(), "colour="))
                .containsExactly("colour=red", "colour=dark-blue");
        assertThat(words.completions("try", List.of(), "truth=t"))
                .containsExactly("truth=true", "truth=false");
        assertThat(words.completions("no-such", List.of(), "")).isEmpty();
    }

    @Test
    void completionFollowsTheTagOfAUnion() {
        assertThat(words.completions("chardev-add", List.of(), "")).contains("id=", "backend.");
        assertThat(words.completions("chardev-add", List.of(), "backend."))
                .containsExactly("backend.type=");
        assertThat(words.completions("chardev-add", List.of(), "backend.type="))
                .contains("backend.type=socket", "backend.type=ringbuf");
        assertThat(words.completions("chardev-add", List.of("backend.type=ringbuf"), "backend."))
                .containsExactly("backend.data.");
        assertThat(
                        words.completions(
                                "chardev-add", List.of("backend.type=ringbuf"), "backend.data."))
                .contains("backend.data.size=");
    }
}
