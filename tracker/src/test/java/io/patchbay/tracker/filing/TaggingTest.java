package io.patchbay.tracker.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.model.Tag;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class TaggingTest {

    private final Tagging tagging =
            new Tagging(
                    List.of(
                            new Tag(1, "Acked-by", "^Acked-by:", "A", true),
                            new Tag(2, "Reviewed-by", "^Reviewed-by:", "R", true),
                            new Tag(3, "Fixes", "^fixes: [0-9a-f]{8}", "F", true)));

    @Test
    void eachLineCountsAndCaseDoesNot() {
        var counts =
                tagging.count(
                        """
                        Acked-by: Ada <ada@example.com>
                        ACKED-BY: Ada <ada@example.com>
                        Reviewed-by: Ben <ben@example.com>\
                        """);

        assertThat(counts).isEqualTo(Map.of(1L, 2, 2L, 1));
    }

    @Test
    void whatIsQuotedOrWithinALineDoesNotCount() {
        var counts =
                tagging.count(
                        """
                        > Acked-by: Ada <ada@example.com>
                         Acked-by: Ada <ada@example.com>
                        I would say Acked-by: Ada
                        Acked-by\
                        """);

        assertThat(counts).isEmpty();
    }

    @Test
    void aTagMayBeAnyRegularExpression() {
        var counts = tagging.count("text\nFixes: 0123abcd (\"quay\")\nFixes: nothing\n");

        assertThat(counts).isEqualTo(Map.of(3L, 1));
    }

    @Test
    void anEmptyTextGivesNothing() {
        assertThat(tagging.count("")).isEmpty();
    }
}
