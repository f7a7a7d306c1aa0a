package io.patchbay.acceptance.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.acceptance.doors.RuleTable.Row;
import io.patchbay.testing.TestDatabase;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Each limit, each vocabulary and each right is one decision, which each door says in its own
 * words: the {@link RuleTable} at the doors of real servers, on both databases. What is refused
 * changes nothing, and what is as long as it may be is kept whole.
 */
@Timeout(300)
class RulesOfEveryDoorTest {

    private final RuleTable table = RuleTable.read();

    @ParameterizedTest
    @EnumSource
    void eachDoorSaysWhatTheTableSays(TestDatabase database, @TempDir Path folder)
            throws Exception {
        var surprises = new ArrayList<String>();
        for (var name : Door.ALL.keySet()) {
            // Each has a site of its own: of what one keeps another does not learn.
            var data = Files.createTempDirectory(folder, "site");
            try (var site = DoorSite.open(database, data)) {
                knock(name, site, surprises);
            }
        }
        assertThat(surprises).isEmpty();
    }

    private void knock(String name, DoorSite site, List<String> surprises) throws Exception {
        var door = Door.ALL.get(name).apply(site);
        var before = site.rows();
        for (var row : table.rows()) {
            var expected = row.said().get(name);
            if (expected != null) {
                var said = door.ask(row.wish());
                var after = site.rows();
                var surprise = surprise(row, expected, said, before, after);
                if (!surprise.isEmpty()) {
                    surprises.add("%s, %s: %s".formatted(row.heading(), name, surprise));
                }
                before = after;
            }
        }
    }

    private static String surprise(
            Row row,
            String expected,
            String said,
            Map<String, List<String>> before,
            Map<String, List<String>> after) {
        boolean isKept = said.equals(Door.KEPT);
        if (!RuleTable.fits(expected, said)) {
            return "expected %s, got %s".formatted(expected, said);
        }
        if (isKept == after.equals(before)) {
            return isKept ? "nothing was changed" : "something was changed";
        }
        return isKept && !after.toString().contains(row.longText())
                ? "the text was not kept as it came"
                : "";
    }
}
