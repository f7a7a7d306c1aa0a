package io.patchbay.store;

import java.util.List;

/** Spans of time, each of somebody, as one argument of a statement; see {@link Dialect#spans}. */
record Spans(List<Span> values) {

    /**
     * @param of whose it is
     * @param first in microseconds, included as is the last
     */
    record Span(long of, long first, long last) {}

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
