package io.patchbay.rest.request;

import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What a list can be ordered by (rest-api §6), and how it is if nobody asks.
 *
 * @param fields by the name that clients use
 */
public record Ordering(SequencedMap<String, Field> fields, List<Order> usual) {

    /** By id if nobody asks. The names are those of the fields in lower case. */
    public static Ordering by(Field... fields) {
        var named = new LinkedHashMap<String, Field>();
        for (var field : fields) {
            named.put(nameOf(field), field);
        }
        return new Ordering(named, List.of());
    }

    public Ordering usually(Order order) {
        return new Ordering(fields, List.of(order));
    }

    private static String nameOf(Field field) {
        return field == Field.CHECK_STATE
                ? "state"
                : field.name().toLowerCase(java.util.Locale.ROOT);
    }

    public Set<String> names() {
        return fields.keySet();
    }

    /** Terms that are not known are passed over, and so are fields that came before. */
    public List<Order> parse(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return usual;
        }
        var order = new ArrayList<Order>();
        var known = EnumSet.noneOf(Field.class);
        for (var term : asked.split(",")) {
            var stripped = term.strip();
            boolean descending = stripped.startsWith("-");
            var field = fields.get(descending ? stripped.substring(1) : stripped);
            if (field != null && known.add(field)) {
                order.add(new Selection.Order(field, descending));
            }
        }
        return order.isEmpty() ? usual : order;
    }
}
