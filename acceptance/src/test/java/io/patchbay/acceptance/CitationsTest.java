package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever a text of the repository cites or links to is there. */
final class CitationsTest {

    /** There were 340 and 135 when this was written; a blind finder sees fewer. */
    private static final int CITATIONS_AT_LEAST = 300;

    private static final int LINKS_AT_LEAST = 100;

    private static final Specifications SMALL =
            new Specifications(
                    Map.of(
                            "rest-api",
                            Specifications.Page.read(
                                    "## 7. Resources\n### 7.5 Patch\n## 16. Oddities\n* O3 x\n"),
                            "clients",
                            Specifications.Page.read(
                                    "## Wire traps\n\n1. a\n2. b\n\n## Cost\n3. c\n"),
                            "qmp",
                            Specifications.Page.read("## 3. JSON\n### 3.4 Output\n")),
                    Set.of(4, 12));

    private static Map<String, String> texts;

    @BeforeAll
    static void readTexts() throws IOException {
        texts = RepositoryTexts.read();
        // The examples here lead nowhere, and those files are in a repository that is made there.
        texts.keySet().removeIf(path -> path.matches(".*/(CitationsTest|GitAmTest)\\.java"));
    }

    @Test
    void everyCitationLeadsSomewhere() throws IOException {
        var specifications = Specifications.of(RepositoryTexts.ROOT);
        var dangling = new ArrayList<String>();
        int seen = 0;
        for (var text : texts.entrySet()) {
            var citations = new Citations(text.getKey(), specifications);
            citations.read(text.getValue());
            dangling.addAll(citations.dangling());
            seen += citations.seen();
        }

        assertThat(dangling).isEmpty();
        assertThat(seen).isGreaterThan(CITATIONS_AT_LEAST);
    }

    @Test
    void everyLinkLeadsToAFile() {
        var links = new MarkdownLinks(RepositoryTexts.ROOT);
        texts.forEach((path, text) -> {
            if (path.endsWith(".md")) {
                links.readLinks(path, text);
            }
            links.readNames(path, text);
        });

        assertThat(links.dangling()).isEmpty();
        assertThat(links.seen()).isGreaterThan(LINKS_AT_LEAST);
    }

    @Test
    void everyPageAndDecisionIsListed() throws IOException {
        var specifications = Specifications.of(RepositoryTexts.ROOT);

        assertThat(specifications.pages().keySet())
                .allSatisfy(page ->
                        assertThat(texts.get("docs/reference/README.md")).contains(page + ".md)"))
                .contains("rest-api", "mail-ingest", "qmp");
        assertThat(specifications.decisions())
                .allSatisfy(number ->
                        assertThat(texts.get("docs/adr/README.md"))
                                .contains("[%04d](".formatted(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** A patch (rest-api §7.5). */",
                "/** A patch (rest-api.md §7.5, §7). */",
                "/**\n * A patch (rest-api\n * §7.5).\n */",
                "-- as in `rest-api` §7",
                "[rest-api](reference/rest-api.md) §7.",
                "(clients trap 2) and traps 1 and 2",
                "(RFC 5322 §3.6.4), and §9 of it",
                "ADR 4, docs/adr/0012, ADR 12",
                "(rest-api §16, O3)",
                "no citation: \"ĨĶ§ĻĐ\"",
            })
    void whatIsThereIsFound(String text) {
        assertThat(danglingIn("rest/A.java", text)).isEmpty();
    }

    @Test
    void aCitationOfNothingIsNamedWithItsPlaceAndWhatToDo() {
        assertThat(danglingIn("rest/A.java", "one\n/** Two\n * (rest-api\n * §7.6). */"))
                .containsExactly(
                        "rest/A.java:3: 'rest-api §7.6': docs/reference/rest-api.md has no section 7.6; "
                                + "cite one of its headings, or add it there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(rest-api §7.5, §8)",
                "(rest-api.md §7.5.1)",
                "(clients trap 3)",
                "Traps 1 and 3.",
                "(rest-api §16, O4)",
                "(§7.5)",
                "(spec §3.4)",
                "ADR 5",
                "docs/adr/0013-and-so-on.md",
            })
    void whatIsNotThereIsNoticed(String text) {
        assertThat(danglingIn("rest/A.java", text)).hasSize(1);
    }

    @Test
    void someTextsMeanAPageWithoutNamingIt() {
        assertThat(danglingIn("qmp/A.java", "(spec §3.4)")).isEmpty();
        assertThat(danglingIn("docs/reference/qmp.md", "as told in §3")).isEmpty();
        assertThat(danglingIn("docs/reference/qmp.md", "as told in §7")).hasSize(1);
    }

    private static List<String> danglingIn(String path, String text) {
        var citations = new Citations(path, SMALL);
        citations.read(text);
        return citations.dangling();
    }

    @Test
    void aLinkToNothingIsNoticed(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs/adr"));
        Files.writeString(root.resolve("docs/here.md"), "");
        var links = new MarkdownLinks(root);

        links.readLinks(
                "docs/adr/README.md",
                """
                [here](../here.md#part) [web](https://example.com/x) [part](#part) `[code](none.md)`
                ```
                [code](none.md)
                ```
                [gone](gone.md)
                """);
        links.readNames("A.java", "// docs/here.md tells; docs/gone.md does not");

        assertThat(links.seen()).isEqualTo(4);
        assertThat(links.dangling())
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("docs/adr/README.md:5: 'gone.md': there is no "))
                .anySatisfy(line ->
                        assertThat(line).startsWith("A.java:1: 'docs/gone.md': there is no "));
    }
}
