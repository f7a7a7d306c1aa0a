package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.events.Event.Category;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents tell each category of events as the code describes it, so that none is forgotten.
 * That REST, OpenAPI and monitors have each is tested in their rooms.
 */
final class EventDocumentsTest {

    @Test
    void theDescriptionOfTheApiListsEachCategory() throws IOException {
        var listed = rows("docs/api/README.md", "| `");

        assertThat(listed)
                .filteredOn(row -> row.size() == 4)
                .isEqualTo(
                        Stream.of(Category.values())
                                .map(category ->
                                        List.of(
                                                code(category.label()),
                                                code(category.name()),
                                                keys(category)
                                                        .map(EventDocumentsTest::code)
                                                        .collect(Collectors.joining(", ")),
                                                category.since()))
                                .toList());
    }

    @Test
    void patchworksCategoriesHaveThePartsThatItsReferenceTells() throws IOException {
        int seen = 0;
        for (var row : rows("docs/reference/rest-api.md", "| ")) {
            for (var category : Category.values()) {
                if (row.size() == 3 && row.getFirst().equals(category.label())) {
                    assertThat(row.get(1).replaceAll(" ?\\([^)]*\\)", ""))
                            .as(category.label())
                            .isEqualTo(keys(category).collect(Collectors.joining(", ")));
                    assertThat(row.get(2).contains("hidden <1.3"))
                            .as(category.label())
                            .isEqualTo(category.since().equals("1.3"));
                    seen++;
                }
            }
        }

        assertThat(seen).as("Patchwork has eleven categories").isEqualTo(11);
    }

    private static Stream<String> keys(Category category) {
        return category.parts().stream().map(part -> part.name().replace('-', '_'));
    }

    private static String code(String word) {
        return '`' + word + '`';
    }

    /** The cells of the rows that begin so. */
    private static List<List<String>> rows(String file, String begin) throws IOException {
        return Files.readAllLines(RepositoryTexts.ROOT.resolve(file)).stream()
                .filter(line -> line.startsWith(begin) && line.endsWith(" |"))
                .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }
}
