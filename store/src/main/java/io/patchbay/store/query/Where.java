package io.patchbay.store.query;

import io.patchbay.store.database.Dialect;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.ByActor;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.ByUsers;
import io.patchbay.tracker.query.Criterion.Compares;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InCheckState;
import io.patchbay.tracker.query.Criterion.InContext;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.NotOfCategories;
import io.patchbay.tracker.query.Criterion.Nothing;
import io.patchbay.tracker.query.Criterion.OfCategory;
import io.patchbay.tracker.query.Criterion.OfCovers;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Criterion.OwnedBy;
import io.patchbay.tracker.query.Criterion.Public;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Criterion.VisibleTo;
import io.patchbay.tracker.query.Criterion.WithHash;
import io.patchbay.tracker.query.Criterion.WithMessageId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of a list and their arguments. */
final class Where {

    /** What is known of the rows before they are asked for, where SQLite would guess wrong. */
    enum Leaning {
        /** The filters let few rows through. */
        FILTERS,
        /** Most rows lie in the range of dates. */
        WIDE_RANGE,
        /** So many rows fulfil the filters that the first of them are found soon in the order. */
        ORDER
    }

    /** Of more values one argument is made: PostgreSQL takes 65,535 of them. */
    private static final int MOST_MARKS = 1000;

    /** More than any column holds that is searched; SQLite takes patterns of 50,000 octets. */
    private static final int LONGEST_TEXT = 5000;

    private final Sql sql;
    private final Dialect dialect;
    private final Leaning leaning;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private boolean nothing;

    private Where(Sql sql, Leaning leaning) {
        this.sql = sql;
        this.dialect = sql.dialect();
        this.leaning = leaning;
    }

    static Where of(ListDefinition list, List<Criterion> criteria, Sql sql) {
        return of(list, criteria, sql, Leaning.FILTERS);
    }

    static Where of(ListDefinition list, List<Criterion> criteria, Sql sql, Leaning leaning) {
        var where = new Where(sql, leaning);
        for (var criterion : criteria) {
            where.add(list, criterion);
        }
        boolean areMany = criteria.stream().noneMatch(Where::letsFewThrough);
        if (list == ListDefinition.PATCHES && !where.nothing && areMany) {
            where.search(wordsIn(criteria));
        }
        return where;
    }

    /** Looking at their names takes no time. */
    private static boolean letsFewThrough(Criterion criterion) {
        return criterion instanceof WithHash
                || criterion instanceof WithMessageId
                || criterion instanceof InSeries
                || criterion instanceof OfPatches;
    }

    static List<String> wordsIn(List<Criterion> criteria) {
        return criteria.stream()
                .filter(Mentions.class::isInstance)
                .map(criterion -> ((Mentions) criterion).text())
                .toList();
    }

    private void search(List<String> words) {
        var search = PatchNames.search(sql, words);
        if (search != null && !PatchNames.findsMany(sql, search)) {
            conditions.add("patch.id in (select rowid from patch_name where patch_name match ?)");
            arguments.add(search);
        }
    }

    /** Whether no row can fulfil the conditions. */
    boolean letsNothingThrough() {
        return nothing;
    }

    /** Adds that the list begins at this value, or before it if the order descends. */
    void beginAt(String column, boolean descends, long bound) {
        compare(column, descends ? "<" : ">=", bound);
    }

    void and(String condition, List<?> values) {
        nothing |= values.stream().anyMatch(value -> value instanceof String text && hasNul(text));
        add(condition, values);
    }

    /** Empty, or beginning with the word where. */
    String text() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> arguments() {
        return arguments;
    }

    private void add(ListDefinition list, Criterion criterion) {
        if (criterion instanceof Nothing) {
            nothing = true;
            return;
        }
        var column = list.columnsOf(criterion);
        int before = conditions.size();
        switch (criterion) {
            case InProjects(var ids) -> among(column, ids);
            case InSeries(var ids) -> among(column, ids);
            case BySubmitters(var ids) -> among(column, ids);
            case DelegatedTo(var ids) -> among(column, ids);
            case Undelegated() -> conditions.add(column + " is null");
            case InStates(var ids) -> among(column, ids);
            case Archived(var archived) -> equal(column, archived);
            case WithHash(var hash) -> equal(column, hash.toLowerCase(Locale.ROOT));
            case WithMessageId(var msgid) -> equal(column, msgid);
            case Since(var date) -> compare(column, ">=", date);
            case Before(var date) -> compare(column, "<", date);
            case Mentions(var text) -> mentions(column, text);
            case OfPatches(var ids) -> among(column, ids);
            case OfCovers(var ids) -> among(column, ids);
            case OfCategory(var category) -> equal(column, category.label());
            case NotOfCategories(var categories) -> notAmong(column, categories);
            case Compares compares -> compares(column, compares);
            case ByActor(var id) -> equal(column, id);
            case ByUsers(var ids) -> among(column, ids);
            case InCheckState(var state) -> equal(column, state.ordinal());
            case InContext(var context) -> same(column, context);
            case OwnedBy(var ids) -> among(column, ids);
            case Public(var isPublic) -> equal(column, isPublic);
            case VisibleTo(var user) -> visible(column, user == null ? -1 : user);
            case Nothing() -> nothing = true;
        }
        if (conditions.size() > before) {
            boolean isKind = criterion instanceof InStates || criterion instanceof Archived;
            if (isKind && leaning == Leaning.ORDER) {
                conditions.add(dialect.unindexed(conditions.removeLast()));
            } else if (shareOf(criterion) > 0) {
                conditions.add(dialect.letsThrough(shareOf(criterion), conditions.removeLast()));
            }
        }
    }

    /** About what share of its rows a filter lets through; zero for few or who knows. */
    private double shareOf(Criterion criterion) {
        return switch (criterion) {
            case Archived _, Undelegated _ -> 0.5;
            case InStates _, OfCategory _ -> 0.1;
            case InProjects _ -> 0.02;
            case DelegatedTo _ -> 0.0005;
            // Those who ask for a range of dates have mostly seen what was before.
            case Since _, Before _ -> leaning == Leaning.WIDE_RANGE ? 0.9 : 0.001;
            default -> 0;
        };
    }

    private void among(String column, Set<Long> ids) {
        switch (ids.size()) {
            case 0 -> nothing = true;
            case 1 -> equal(column, ids.iterator().next());
            default -> {
                conditions.add(dialect.among(column));
                arguments.add(new Ids(ids));
            }
        }
    }

    private void notAmong(String column, Set<Category> categories) {
        for (var category : categories) {
            compare(column, "<>", category.label());
        }
    }

    private void equal(String column, Object value) {
        compare(column, "=", value);
    }

    /** In whatever case. */
    private void same(String column, String text) {
        nothing |= hasNul(text);
        like(column, "", List.of(text), "");
    }

    private void compare(String column, String operator, Object value) {
        nothing |= value instanceof String text && hasNul(text);
        conditions.add(column + " " + operator + " ?");
        arguments.add(value);
    }

    private void visible(String owner, long user) {
        conditions.add("(bundle.public or " + owner + " = ?)");
        arguments.add(user);
    }

    private void compares(String column, Compares compares) {
        var values = compares.values();
        if (values.stream().anyMatch(value -> value instanceof String text && hasNul(text))) {
            nothing = true;
        }
        switch (compares.comparison()) {
            case EQUAL -> equal(column, values.getFirst());
            case GREATER -> compare(column, ">", values.getFirst());
            case GREATER_OR_EQUAL -> compare(column, ">=", values.getFirst());
            case LESS -> compare(column, "<", values.getFirst());
            case RANGE -> add(column + " between ? and ?", values);
            case IN -> in(column, values);
            case IS_NULL -> conditions.add(column + " is null");
            case IS_NOT_NULL -> conditions.add(column + " is not null");
            case EQUAL_IGNORE_CASE -> like(column, "", values, "");
            case CONTAINS_IGNORE_CASE -> like(column, "%", values, "%");
            case STARTS_WITH_IGNORE_CASE -> like(column, "", values, "%");
            case ENDS_WITH_IGNORE_CASE -> like(column, "%", values, "");
            case CONTAINS -> holds(dialect.position(), column, values, 1);
            case STARTS_WITH -> holds("substr(TEXT, 1, length(?)) = ?", column, values, 2);
            case ENDS_WITH ->
                    holds(
                            """
                            length(TEXT) >= length(?)
                            and substr(TEXT, length(TEXT) - length(?) + 1) = ?\
                            """,
                            column,
                            values,
                            3);
        }
    }

    private void add(String condition, List<?> values) {
        conditions.add(condition);
        arguments.addAll(values);
    }

    private void in(String column, List<Object> values) {
        if (values.isEmpty()) {
            nothing = true;
        } else if (values.size() > MOST_MARKS && values.getFirst() instanceof Long) {
            add(dialect.among(column), List.of(new Ids(all(values, Long.class))));
        } else if (values.size() > MOST_MARKS && values.getFirst() instanceof String) {
            add(dialect.among(column), List.of(new Texts(all(values, String.class))));
        } else {
            var marks = String.join(", ", Collections.nCopies(values.size(), "?"));
            add(column + " in (" + marks + ")", values);
        }
    }

    private static <T> List<T> all(List<Object> values, Class<T> type) {
        return values.stream().map(type::cast).toList();
    }

    private void like(String column, String before, List<Object> values, String behind) {
        add(
                dialect.mentions(asText(column)),
                List.of(before + pattern(values.getFirst().toString()) + behind));
    }

    /** A condition that mentions the same value several times. */
    private void holds(String condition, String column, List<Object> values, int times) {
        add(
                condition.replace("TEXT", asText(column)),
                Collections.nCopies(times, values.getFirst().toString()));
    }

    private static String asText(String column) {
        return "cast(" + column + " as text)";
    }

    private void mentions(String columns, String text) {
        nothing |= hasNul(text);
        var pattern = "%" + pattern(text) + "%";
        var each = columns.split(" ");
        add(
                Arrays.stream(each)
                        .map(dialect::mentions)
                        .collect(Collectors.joining(" or ", "(", ")")),
                Collections.nCopies(each.length, pattern));
    }

    private String pattern(String text) {
        nothing |= text.length() > LONGEST_TEXT;
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** No text with a NUL is stored, and PostgreSQL refuses even to compare with one. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
