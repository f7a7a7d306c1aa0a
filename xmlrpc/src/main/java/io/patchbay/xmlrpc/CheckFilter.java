package io.patchbay.xmlrpc;

import io.patchbay.patches.Criterion;
import io.patchbay.patches.Criterion.Comparison;
import io.patchbay.patches.Selection.Field;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        if (!(value instanceof Long id)) {
            return new Criterion.Nothing();
        }
        return switch (key) {
            case "id" -> new Criterion.Compares(Field.ID, Comparison.EQUAL, List.of(id));
            case "user", "user_id" -> new Criterion.ByUsers(Set.of(id));
            case "project_id" -> new Criterion.InProjects(Set.of(id));
            case "patch_id" -> new Criterion.OfPatches(Set.of(id));
            default -> new Criterion.Nothing();
        };
    }
}
