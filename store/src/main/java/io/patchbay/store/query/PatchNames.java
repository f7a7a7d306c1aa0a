package io.patchbay.store.query;

import io.patchbay.store.database.Batch;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.query.Criterion.Mentions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The index of all runs of three letters in the names of patches, by which a part of a name is
 * found. PostgreSQL keeps and uses its own by itself; on SQLite it is a table beside the patches.
 */
public final class PatchNames {

    private static final int SHORTEST = 3;

    /** More patches than this are found sooner by looking at them in their order. */
    private static final int MANY = 20_000;

    private final Sql sql;
    private final Batch added;
    private final Batch removed;

    public PatchNames(Sql sql) {
        this.sql = sql;
        this.added = sql.batch("insert into patch_name (rowid, name) values (?, ?)");
        this.removed =
                sql.batch(
                        "insert into patch_name (patch_name, rowid, name) values ('delete', ?, ?)");
    }

    public PatchNames add(long id, String name) {
        if (sql.dialect().keepsNamesBeside()) {
            added.add(id, name);
        }
        return this;
    }

    public PatchNames remove(long id, String name) {
        if (sql.dialect().keepsNamesBeside()) {
            removed.add(id, name);
        }
        return this;
    }

    public void keep() {
        removed.run();
        added.run();
    }

    /** What finds names that contain all the words; null where this index does not help. */
    static @Nullable String search(Sql sql, List<String> words) {
        if (!sql.dialect().keepsNamesBeside()) {
            return null;
        }
        var search =
                words.stream()
                        .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                        .map(word -> '"' + word.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(" AND "));
        return search.isEmpty() ? null : search;
    }

    /** Whether a search is better left alone. */
    static boolean findsMany(Sql sql, String search) {
        return sql.one(
                        """
                        select count(*)
                          from (select 1 from patch_name where patch_name match ? limit ?)
                        """,
                        Row::id,
                        search,
                        MANY)
                == MANY;
    }

    /** Hands over the patches from one id to another whose names contain the word. */
    static void eachWith(Sql sql, String word, long first, long last, LongConsumer visitor) {
        Row.Reader<Boolean> reader =
                row -> {
                    visitor.accept(row.id());
                    return true;
                };
        var search = isExact(word) ? search(sql, List.of(word)) : null;
        if (search != null) {
            sql.each(
                    "select rowid from patch_name where patch_name match ? and rowid between ? and ?",
                    reader,
                    search,
                    first,
                    last);
            return;
        }
        var where = Where.of(ListDefinition.PATCHES, List.of(new Mentions(word)), sql);
        where.and("patch.id between ? and ?", List.of(first, last));
        sql.each("select patch.id from patch" + where.text(), reader, where.arguments().toArray());
    }

    /** Whether the index finds neither more nor less than a comparison would. */
    private static boolean isExact(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(c -> c > 0 && c < 128);
    }

    /** How many names contain all the words; null where the index does not tell. */
    static @Nullable Long count(Sql sql, List<String> words) {
        boolean exact = words.stream().allMatch(PatchNames::isExact);
        var search = exact ? search(sql, words) : null;
        return search == null
                ? null
                : sql.one(
                        "select count(*) from patch_name where patch_name match ?",
                        Row::id,
                        search);
    }
}
