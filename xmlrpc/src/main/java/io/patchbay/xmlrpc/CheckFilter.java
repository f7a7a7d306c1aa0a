package io.patchbay.xmlrpc;

import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Selection.Field;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The filter of {@code check_list}; a key that is not known finds nothing. */
final class CheckFilter {

    private CheckFilter() {}

    static List<Criterion> criteria(Map<String, @Nullable Object> filter) {
        var criteria = new ArrayList<Criterion>();
        filter.forEach((key, value) -> {
            if (!key.equals(PatchFilter.MAX_COUNT)) {
                criteria.add(criterion(key, value));
            }
        });
        return criteria;
    }

    private static Criterion criterion(String key, @Nullable Object value) {
        int lookupAt = key.indexOf("__");
        var name = lookupAt < 0 ? key : key.substring(0, lookupAt);
        if (value == null) {
            return new Criterion.Nothing();
        }
        return switch (name) {
            case "id" ->
                    PatchFilter.comparison(
                            Field.ID, lookupAt < 0 ? "" : key.substring(lookupAt + 2), value);
            // pwclient sends what was typed, which is text.
            case "user", "user_id" -> new Criterion.ByUsers(PatchFilter.ids(value));
            case "project_id" -> new Criterion.InProjects(PatchFilter.ids(value));
            case "patch_id" -> new Criterion.OfPatches(PatchFilter.ids(value));
            default -> new Criterion.Nothing();
        };
    }
}
