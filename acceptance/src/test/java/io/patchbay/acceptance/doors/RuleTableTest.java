package io.patchbay.acceptance.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.acceptance.doors.RuleTable.Row;
import io.patchbay.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The {@link RuleTable} leaves out no door and nothing that a door can carry. */
class RuleTableTest {

    private final RuleTable table = RuleTable.read();
    private final Map<String, Door> doors = new LinkedHashMap<>();
    private DoorSite site;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        site = DoorSite.open(TestDatabase.SQLITE, folder);
        Door.ALL.forEach((name, door) -> doors.put(name, door.apply(site)));
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void itSaysOfEachDoorThatCarriesItWhatComesOfIt() {
        for (var row : table.rows()) {
            var carrying = doors.keySet().stream().filter(it -> doors.get(it).carries(row.wish()));

            assertThat(row.said().keySet())
                    .as(row.heading())
                    .containsExactlyInAnyOrderElementsOf(carrying.toList());
        }
    }

    @Test
    void eachDoorKeepsSomeValueOfEachFieldAndSomeValueIsRefused() {
        for (var door : doors.entrySet()) {
            for (var field : door.getValue().fields()) {
                var said = said(field).map(all -> all.get(door.getKey())).toList();

                assertThat(said).as(door.getKey() + ": " + field).contains(Door.KEPT);
                assertThat(said(field).flatMap(all -> all.values().stream()))
                        .as(field)
                        .anyMatch(each -> !each.equals(Door.KEPT));
            }
        }
    }

    private Stream<Map<String, String>> said(String field) {
        return table.rows().stream().filter(row -> row.wish().field().equals(field)).map(Row::said);
    }
}
