package io.patchbay.store.database;

import java.util.List;

/** Spans of time, each of somebody, as one argument of a statement; see {@link Dialect#spans}. */
public record Spans(List<Span> values) {

    /**
     * @param of whose it is
     * @param first in microseconds, included as is the last
     */
    public record Span(long of, long first, long last) {}

    String asJson() {
        var json = new StringBuilder("[");
        for (var span : values) {
            json.append(json.length() == 1 ? "[" : ",[")
                    .append(span.of)
                    .append(',')
                    .append(span.first)
                    .append(',')
                    .append(span.last)
                    .append(']');
        }
        return json.append(']').toString();
    }
}
