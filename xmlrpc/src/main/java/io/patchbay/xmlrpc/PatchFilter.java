package io.patchbay.xmlrpc;

import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Comparison;
import io.patchbay.tracker.query.Selection.Field;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The filter of {@code patch_list} (xmlrpc §3.1): names of fields with an optional {@code
 * __lookup}. A key or a value that is not understood finds nothing, as ever.
 */
final class PatchFilter {

    static final String MAX_COUNT = "max_count";

    private static final Map<String, Field> FIELDS =
            Map.of(
                    "id", Field.ID,
                    "name", Field.NAME,
                    "archived", Field.ARCHIVED,
                    "date", Field.DATE,
                    "commit_ref", Field.COMMIT_REF,
                    "hash", Field.HASH,
                    "msgid", Field.MESSAGE_ID);

    private static final Map<String, Comparison> LOOKUPS =
            Map.ofEntries(
                    Map.entry("", Comparison.EQUAL),
                    Map.entry("exact", Comparison.EQUAL),
                    Map.entry("iexact", Comparison.EQUAL_IGNORE_CASE),
                    Map.entry("contains", Comparison.CONTAINS),
                    Map.entry("icontains", Comparison.CONTAINS_IGNORE_CASE),
                    Map.entry("startswith", Comparison.STARTS_WITH),
                    Map.entry("istartswith", Comparison.STARTS_WITH_IGNORE_CASE),
                    Map.entry("endswith", Comparison.ENDS_WITH),
                    Map.entry("iendswith", Comparison.ENDS_WITH_IGNORE_CASE),
                    Map.entry("gt", Comparison.GREATER),
                    Map.entry("gte", Comparison.GREATER_OR_EQUAL),
                    Map.entry("lt", Comparison.LESS),
                    Map.entry("in", Comparison.IN),
                    Map.entry("range", Comparison.RANGE));

    private PatchFilter() {}

    static List<Criterion> criteria(Map<String, @Nullable Object> filter) {
        var criteria = new ArrayList<Criterion>();
        filter.forEach((key, value) -> {
            if (!key.equals(MAX_COUNT)) {
                criteria.add(criterion(key, value));
            }
        });
        return criteria;
    }

    private static Criterion criterion(String key, @Nullable Object value) {
        int lookupAt = key.indexOf("__");
        var name = lookupAt < 0 ? key : key.substring(0, lookupAt);
        var lookup = lookupAt < 0 ? "" : key.substring(lookupAt + 2);
        if (value == null) {
            return new Criterion.Nothing();
        }
        return switch (name) {
            // The lookup of these was ignored by Patchwork; delegate_id never worked there.
            case "project_id" -> new Criterion.InProjects(ids(value));
            case "submitter_id" -> new Criterion.BySubmitters(ids(value));
            case "delegate_id" -> new Criterion.DelegatedTo(ids(value));
            case "state_id" -> new Criterion.InStates(ids(value));
            default -> comparison(FIELDS.get(name), lookup, value);
        };
    }

    static Criterion comparison(@Nullable Field field, String lookup, Object value) {
        if (field == null) {
            return new Criterion.Nothing();
        }
        if (lookup.equals("isnull")) {
            var comparison = isTrue(value) ? Comparison.IS_NULL : Comparison.IS_NOT_NULL;
            return new Criterion.Compares(field, comparison, List.of());
        }
        if (lookup.equals("year") && field == Field.DATE) {
            return year(value);
        }
        var comparison = LOOKUPS.get(lookup);
        var given = value instanceof List<?> list ? list : List.of(value);
        var values = new ArrayList<Object>();
        for (var each : given) {
            var converted = converted(field, each);
            if (converted == null) {
                return new Criterion.Nothing();
            }
            values.add(converted);
        }
        return comparison == null || !fits(comparison, values.size())
                ? new Criterion.Nothing()
                : new Criterion.Compares(field, comparison, values);
    }

    private static boolean fits(Comparison comparison, int values) {
        return switch (comparison) {
            case IN -> true;
            case RANGE -> values == 2;
            default -> values == 1;
        };
    }

    private static Criterion year(Object value) {
        var year = number(value);
        if (year == null || year < 1 || year > 9998) {
            return new Criterion.Nothing();
        }
        var first = LocalDate.of(year.intValue(), 1, 1).atStartOfDay();
        return new Criterion.Compares(
                Field.DATE,
                Comparison.RANGE,
                List.of(microseconds(first), microseconds(first.plusYears(1)) - 1));
    }

    private static @Nullable Object converted(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case ID -> number(value);
            case ARCHIVED -> isTrue(value);
            case DATE -> value instanceof String text ? moment(text) : null;
            default -> value.toString();
        };
    }

    private static @Nullable Long moment(String text) {
        var joined = text.strip().replace(' ', 'T');
        try {
            return joined.length() == "yyyy-mm-dd".length()
                    ? microseconds(LocalDate.parse(joined).atStartOfDay())
                    : microseconds(LocalDateTime.parse(joined));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long microseconds(LocalDateTime date) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, date.toInstant(ZoneOffset.UTC));
    }

    static Set<Long> ids(Object value) {
        var id = number(value);
        return id == null ? Set.of() : Set.of(id);
    }

    private static @Nullable Long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        return value instanceof String text && text.matches("-?[0-9]{1,18}")
                ? Long.valueOf(text)
                : null;
    }

    private static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case String text -> text.equalsIgnoreCase("true") || text.equals("1");
            default -> false;
        };
    }
}
