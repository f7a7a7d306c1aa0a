package io.patchbay.rest;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an endpoint answers, before it is rendered.
 *
 * @param body writes the JSON, null for none
 * @param link the header of that name, null for none
 * @param location the address of what was created
 * @param pages of which list this is a page, for the browsable page
 */
record Reply(
        int status,
        @Nullable Body body,
        @Nullable String link,
        @Nullable String location,
        @Nullable Pages pages) {

    /** Writes the JSON of an answer; everything it needs has been read before. */
    @FunctionalInterface
    interface Body {

        void write(JsonOut out);
    }

    /** Which page of how many. */
    record Pages(int number, int last) {}

    static Reply ok(Body body) {
        return new Reply(200, body, null, null, null);
    }

    static <T> Reply ok(Shape<T> shape, T value) {
        return ok(out -> shape.write(out, value));
    }

    static <T> Reply page(Shape<T> shape, List<T> rows, String link, Pages pages) {
        return new Reply(200, out -> out.list(rows, shape), link, null, pages);
    }

    static <T> Reply created(Shape<T> shape, T value, String location) {
        return new Reply(201, out -> shape.write(out, value), null, location, null);
    }

    static Reply noContent() {
        return new Reply(204, null, null, null, null);
    }

    static Reply error(int status, String detail) {
        return new Reply(
                status,
                out -> {
                    out.startObject();
                    out.name("detail");
                    out.text(detail);
                    out.endObject();
                },
                null,
                null,
                null);
    }
}
