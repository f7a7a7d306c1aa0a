package io.patchbay.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.store.StoreContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Many rows at once are kept like few, whatever way the database takes for them. */
final class BatchesTest extends StoreContract {

    private static final String ANY_ROW =
            """
            insert into kept_mail (
                id, digest, received, archived, list_id, origin, subject,
                outcome, reason, attempts, size, raw)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final byte[] LONGEST =
            "a\u00e9\u20ac\ud83d\ude00".repeat(40_000).getBytes(UTF_8);

    private static @Nullable Object[] row(long id) {
        return new @Nullable Object[] {
            id,
            "digest " + id,
            NOON.plusSeconds(id),
            id % 2 == 0,
            id % 3 == 0 ? null : "list " + id,
            "",
            "Gr\u00fc\u00dfe \u20ac \ud83d\ude00 \t \\ \\N \" \r\n " + id,
            "filed",
            id % 5 == 0 ? null : "because",
            (int) id,
            Long.MAX_VALUE - id,
            Arrays.copyOf(LONGEST, id == 7 ? LONGEST.length : (int) id)
        };
    }

    private static List<@Nullable Object> read(Row row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        values.add(row.id());
        values.add(row.text());
        values.add(row.moment());
        values.add(row.flag());
        values.add(row.textOrNull());
        values.add(row.text());
        values.add(row.text());
        values.add(row.text());
        values.add(row.textOrNull());
        values.add(row.number());
        values.add(row.id());
        values.add(List.of(row.bytes()));
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 1_000})
    void everyValueOfEveryRowIsKept(int rows) {
        var expected = IntStream.rangeClosed(1, rows).mapToObj(BatchesTest::row).toList();

        keep(ANY_ROW, expected);

        var kept =
                this.<List<List<@Nullable Object>>>sample(sample ->
                        sample.writing()
                                .transaction()
                                .sql()
                                .list(
                                        """
                                        select id, digest, received, archived, list_id, origin,
                                               subject, outcome, reason, attempts, size, raw
                                          from kept_mail
                                         order by id
                                        """,
                                        BatchesTest::read));
        assertThat(kept).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            var row = Arrays.asList(expected.get(i));
            row.set(11, List.of((byte[]) row.get(11)));
            assertThat(kept.get(i)).usingRecursiveComparison().isEqualTo(row);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1_000})
    void oneRowThatIsRefusedUndoesAllAndNamesTheStatement(int rows) {
        var twiceTheLast = new ArrayList<@Nullable Object[]>();
        IntStream.rangeClosed(1, rows).mapToObj(BatchesTest::row).forEach(twiceTheLast::add);
        twiceTheLast.add(row(rows));

        assertThatThrownBy(() -> keep(ANY_ROW, twiceTheLast))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("insert into kept_mail");

        keep(ANY_ROW, List.of(row(1), row(2)));
        int kept =
                sample(sample ->
                        sample.writing()
                                .transaction()
                                .sql()
                                .list("select id from kept_mail", Row::id)
                                .size());
        assertThat(kept).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1_000})
    void rowsThatTakeTheSamePlaceCanBeLeftOutOrAddedUp(int rows) {
        var counted = IntStream.rangeClosed(1, rows).mapToObj(BatchesTest::counter).toList();
        var insert = "insert into counter (name, value) values (?, ?)";
        keep(insert, counted);

        keep(insert + " on conflict do nothing", counted);
        keep(
                insert + " on conflict (name) do update set value = counter.value + excluded.value",
                counted);

        var sum =
                this.<Long>sample(sample ->
                        sample.writing()
                                .transaction()
                                .sql()
                                .one(
                                        "select sum(value) from counter where name like 'test %'",
                                        Row::id));
        assertThat(sum).isEqualTo(2L * rows * (rows + 1) / 2);
    }

    private static @Nullable Object[] counter(int number) {
        return new @Nullable Object[] {"test " + number, (long) number};
    }

    private void keep(String statement, List<@Nullable Object[]> rows) {
        boolean unused =
                sample(sample -> {
                    var batch = sample.writing().transaction().sql().batch(statement);
                    rows.forEach(batch::add);
                    batch.run();
                    return true;
                });
    }
}
