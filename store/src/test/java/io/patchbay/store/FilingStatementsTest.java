package io.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.patches.Filing;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What filing costs does not depend on how much is there, and hardly on the size of a batch. */
final class FilingStatementsTest extends StoreContract {

    private static final Pattern WHOLE_TABLE =
            Pattern.compile(
                    "scan (?!span|json_each|counter|project|state|tag|delegation_rule)",
                    Pattern.CASE_INSENSITIVE);

    /** The last of the four columns of a plan. */
    private static String step(Row row) throws SQLException {
        row.skip(3);
        return row.text();
    }

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

        assertThat(asked).hasSizeLessThan(45);
    }

    @Test
    void everyLookupGoesThroughAnIndex() {
        assumeTrue(
                cellar == Cellar.SQLITE,
                "SKIPPED on PostgreSQL: it tells no plan without values; SQLite does");
        FilingBatchTest.addProjects(store);
        var lookups =
                statementsOf(600).stream()
                        .filter(sql -> sql.strip().toLowerCase(Locale.ROOT).startsWith("select"))
                        .toList();

        var scans = new ArrayList<String>();
        sample(sample -> {
            for (var lookup : lookups) {
                sample
                        .writing()
                        .transaction()
                        .sql()
                        .list("explain query plan " + lookup, FilingStatementsTest::step)
                        .stream()
                        .filter(step -> WHOLE_TABLE.matcher(step).find())
                        .forEach(step -> scans.add(step + " in " + lookup));
            }
            return scans;
        });

        assertThat(lookups).hasSizeGreaterThan(12);
        assertThat(scans).isEmpty();
    }
}
