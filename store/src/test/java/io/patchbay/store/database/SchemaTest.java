package io.patchbay.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class SchemaTest extends StoreContract {

    private static final Path MIGRATIONS =
            Path.of("src/main/resources/io/patchbay/store/migrations");

    @Test
    void theExpectedVersionIsThatOfTheNewestMigration() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            var newest =
                    files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.split("[V_]+")[1]))
                            .max();

            assertThat(newest).hasValue(Integer.parseInt(Schema.VERSION));
        }
    }

    @Test
    void aDatabaseOfTheExpectedVersionIsOpenedWithoutMigrating() {
        store.close();
        statements.clear();

        store = database.open(clock, statements::add);

        assertThat(statements).hasSize(2);
    }

    @Test
    void aDatabaseOfALaterVersionIsRefused() {
        change(writing ->
                ((WriteTransaction) writing)
                        .transaction()
                        .sql()
                        .update("update flyway_schema_history set version = '99'"));

        assertThatThrownBy(() -> database.open(clock, _ -> {}).close())
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("99")
                .hasMessageContaining("newer");
    }

    @Test
    void everyTableWithIdsHasACounterThatIsNotBehind() {
        var behind =
                write(writing -> {
                    var sql = ((WriteTransaction) writing).transaction().sql();
                    return sql
                            .list(
                                    "select name, value from counter"
                                            + " where name not in ('event_date', 'patch_version', 'mail_thread')",
                                    row -> new Counter(row.text(), row.id()))
                            .stream()
                            .filter(counter ->
                                    counter.value()
                                            < sql.one(
                                                    "select coalesce(max(id), 0) from "
                                                            + counter.table(),
                                                    Row::id))
                            .toList();
                });

        assertThat(behind).isEmpty();
    }

    private record Counter(String table, long value) {}
}
