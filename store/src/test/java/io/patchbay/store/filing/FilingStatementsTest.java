package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.store.query.Planner;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What filing costs does not depend on how much is there, and hardly on the size of a batch. */
final class FilingStatementsTest extends StoreContract {

    private static final Pattern SMALL_TABLES =
            Pattern.compile(
                    "(?:scan| on) (?:span|json_each|counter|project|state|tag|delegation_rule)\\b",
                    Pattern.CASE_INSENSITIVE);

    private List<String> statementsOf(int mails) {
        var traffic = new FilingTraffic(7).mails(mails + 300);
        var filing = new Filing(store, clock);
        filing.file(traffic.subList(0, 300));
        statements.clear();
        filing.file(traffic.subList(300, 300 + mails));
        return List.copyOf(statements);
    }

    @Test
    void aBatchOfHundredsTakesAsManyStatementsAsOneOfDozens() {
        FilingBatchTest.addProjects(store);

        var asked = statementsOf(600);

        assertThat(asked).hasSizeLessThan(90);
    }

    @Test
    void everyLookupGoesThroughAnIndex() throws SQLException {
        FilingBatchTest.addProjects(store);
        var lookups =
                statementsOf(600).stream()
                        .filter(sql -> sql.strip().toLowerCase(Locale.ROOT).startsWith("select"))
                        .toList();

        var walks = new ArrayList<String>();
        try (var planner = new Planner(kind, database)) {
            planner.planAsForAWriter();
            for (var lookup : lookups) {
                planner.walks(lookup).stream()
                        .filter(walk -> !SMALL_TABLES.matcher(walk).find())
                        .forEach(walk -> walks.add(walk + " in " + lookup));
                planner.walksThroughProjects(lookup)
                        .forEach(walk -> walks.add(walk + " in " + lookup));
            }
        }

        assertThat(lookups).hasSizeGreaterThan(12);
        assertThat(walks).isEmpty();
    }
}
