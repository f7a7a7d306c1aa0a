package io.patchbay.store;

import io.patchbay.store.database.Moment;
import io.patchbay.store.query.PatchNames;
import io.patchbay.tracker.events.Event.Category;

import java.time.Instant;

/** Tables of tens of thousands of rows, made by a few statements. */
public final class BigSample {

    static final int PATCHES = 20_000;

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    /** Few rows are later. */
    public static final Instant LATE = START.plusSeconds(PATCHES * 3_600L - 50 * 3_600L);

    private static final String NUMBERS =
            """
            with recursive numbers (i) as (
                select 1
                 union all
                select i + 1 from numbers where i < ROWS)
            """;

    private static final String[] ROWS = {
        """
        insert into person (id, email, email_key)
        NUMBERS select i, 'p' || i || '@example.org', 'p' || i || '@example.org' from numbers
         where i <= 200
        """,
        """
        insert into account (id, username, username_key, joined)
        NUMBERS select i, 'user' || i, 'user' || i, 0 from numbers where i <= 20
        """,
        """
        insert into cover (id, project_id, msgid, date, name, submitter_id)
        NUMBERS select i, i % 2 + 1, '<c' || i || '@example.org>', DATE, 'a cover', i % 200 + 1
          from numbers where i <= 4000
        """,
        """
        insert into series (
            id, project_id, cover_id, name, date, submitter_id, total, received_total)
        NUMBERS select i, i % 2 + 1, i, 'a set', DATE, i % 200 + 1, 4, 4
          from numbers where i <= 4000
        """,
        """
        insert into patch (
            id, project_id, msgid, date, name, submitter_id, state_id, delegate_id, archived, hash)
        NUMBERS select i, i % 2 + 1, '<p' || i || '@example.org>', DATE, 'berth ' || i,
                       i % 200 + 1, i % 10 + 1, case when i % 3 = 0 then i % 20 + 1 end,
                       i % 10 = 0, 'hash' || i
          from numbers
        """,
        """
        insert into event (id, project_id, category, date, patch_id)
        NUMBERS select i, i % 2 + 1, 'patch-created', DATE, i from numbers
        """,
        """
        insert into patch_comment (id, patch_id, msgid, date, submitter_id, headers)
        NUMBERS select i, i, '<pc' || i || '@example.org>', DATE, 1, '' from numbers
        """,
        """
        insert into cover_comment (id, cover_id, msgid, date, submitter_id, headers)
        NUMBERS select i, i, '<cc' || i || '@example.org>', DATE, 1, '' from numbers
         where i <= 4000
        """,
        """
        insert into patch_check (id, patch_id, account_id, date, state)
        NUMBERS select i, i, i % 20 + 1, DATE, i % 4 from numbers
        """,
        """
        insert into bundle (id, account_id, project_id, name)
        NUMBERS select i, i % 20 + 1, i % 2 + 1, 'bundle ' || i from numbers where i <= 2000
        """
    };

    private BigSample() {}

    public static Sample fill(Sample sample) {
        sample.project("alpha");
        sample.project("beta");
        var transaction = sample.writing().transaction();
        for (var rows : ROWS) {
            transaction
                    .sql()
                    .update(
                            rows.replace("NUMBERS", NUMBERS.replace("ROWS", "" + PATCHES))
                                    .replace("DATE", dateOf("i")));
        }
        var tallies = transaction.tallies();
        var names = new PatchNames(transaction.sql());
        for (int id = 1; id <= PATCHES; id++) {
            var date = START.plusSeconds(id * 3_600L);
            long project = id % 2 + 1;
            tallies.patch(project, id, date, id % 10 + 1, id % 10 == 0, 1);
            transaction.versions().changed(id);
            tallies.event(project, id, Category.PATCH_CREATED);
            names.add(id, "berth " + id);
            if (id <= 4_000) {
                tallies.cover(project, id, date, 1);
                tallies.series(project, id, date, 1);
            }
        }
        names.keep();
        return sample;
    }

    private static String dateOf(String id) {
        return "%d + cast(%s as bigint) * 3600000000".formatted(Moment.stored(START), id);
    }
}
