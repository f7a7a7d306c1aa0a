package io.patchbay.diff.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the README shows is what is compiled, and it does what the README says. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLE =
            Path.of("src/test/java/io/patchbay/diff/example/Summary.java");

    @Test
    void theExampleIsTheSameText() throws IOException {
        var source = Files.readString(EXAMPLE);
        var shown = source.substring(source.indexOf("import "));

        assertThat(Files.readString(README)).contains("```java\n" + shown + "```\n");
    }

    @Test
    void theExampleSaysWhatTheReadmeSays() throws IOException {
        var blocks = Files.readString(README).split("```\n");
        var input = blockWith(blocks, "diff --git");
        var output = blockWith(blocks, "MODIFIED");

        assertThat(Summary.of(input)).isEqualTo(output);
    }

    private static String blockWith(String[] blocks, String beginning) {
        for (var block : blocks) {
            if (block.startsWith(beginning)) {
                return block;
            }
        }
        throw new AssertionError("the README shows no block that begins with " + beginning);
    }
}
