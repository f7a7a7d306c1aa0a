package io.patchbay.store;

import io.patchbay.patches.Criterion;
import io.patchbay.patches.Criterion.Archived;
import io.patchbay.patches.Criterion.Before;
import io.patchbay.patches.Criterion.ByActor;
import io.patchbay.patches.Criterion.BySubmitters;
import io.patchbay.patches.Criterion.ByUsers;
import io.patchbay.patches.Criterion.DelegatedTo;
import io.patchbay.patches.Criterion.InCheckState;
import io.patchbay.patches.Criterion.InContext;
import io.patchbay.patches.Criterion.InProjects;
import io.patchbay.patches.Criterion.InSeries;
import io.patchbay.patches.Criterion.InStates;
import io.patchbay.patches.Criterion.Mentions;
import io.patchbay.patches.Criterion.NotOfCategories;
import io.patchbay.patches.Criterion.Nothing;
import io.patchbay.patches.Criterion.OfCategory;
import io.patchbay.patches.Criterion.OfCovers;
import io.patchbay.patches.Criterion.OfPatches;
import io.patchbay.patches.Criterion.OwnedBy;
import io.patchbay.patches.Criterion.Public;
import io.patchbay.patches.Criterion.Since;
import io.patchbay.patches.Criterion.Undelegated;
import io.patchbay.patches.Criterion.VisibleTo;
import io.patchbay.patches.Criterion.WithHash;
import io.patchbay.patches.Criterion.WithMessageId;
import io.patchbay.patches.Event.Category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of a list and their arguments. */
final class Where {

    private final Dialect dialect;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private boolean nothing;

    private Where(Dialect dialect) {
        this.dialect = dialect;
    }

    static Where of(Listed list, List<Criterion> criteria, Dialect dialect) {
        var where = new Where(dialect);
        for (var criterion : criteria) {
            where.add(list, criterion);
        }
        return where;
    }

    /** Whether no row can fulfil the conditions. */
    boolean letsNothingThrough() {
        return nothing;
    }

    /** Empty, or beginning with the word where. */
    String text() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> arguments() {
        return arguments;
    }

    private void add(Listed list, Criterion criterion) {
        if (criterion instanceof Nothing) {
            nothing = true;
            return;
        }
        var column = list.columnsOf(criterion);
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
            case Since(var date) -> compare(column, ">=", Moment.stored(date));
            case Before(var date) -> compare(column, "<", Moment.stored(date));
            case Mentions(var text) -> mentions(column, text);
            case OfPatches(var ids) -> among(column, ids);
            case OfCovers(var ids) -> among(column, ids);
            case OfCategory(var category) -> equal(column, category.label());
            case NotOfCategories(var categories) -> notAmong(column, categories);
            case ByActor(var id) -> equal(column, id);
            case ByUsers(var ids) -> among(column, ids);
            case InCheckState(var state) -> equal(column, state.ordinal());
            case InContext(var context) -> equal(column, context);
            case OwnedBy(var ids) -> among(column, ids);
            case Public(var isPublic) -> equal(column, isPublic);
            case VisibleTo(var user) -> visible(column, user == null ? -1 : user);
            case Nothing() -> nothing = true;
        }
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

    private void compare(String column, String operator, Object value) {
        // No text with a NUL is stored, and PostgreSQL refuses even to compare with one.
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            nothing = true;
        }
        conditions.add(column + " " + operator + " ?");
        arguments.add(value);
    }

    private void visible(String owner, long user) {
        conditions.add("(bundle.public or " + owner + " = ?)");
        arguments.add(user);
    }

    private void mentions(String columns, String text) {
        if (text.indexOf('\0') >= 0) {
            nothing = true;
        }
        var pattern =
                "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        conditions.add(
                Arrays.stream(columns.split(" "))
                        .map(dialect::mentions)
                        .collect(Collectors.joining(" or ", "(", ")")));
        for (var _ : columns.split(" ")) {
            arguments.add(pattern);
        }
    }
}
