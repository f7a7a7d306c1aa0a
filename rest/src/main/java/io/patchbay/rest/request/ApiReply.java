package io.patchbay.rest.request;

import io.patchbay.rest.json.JsonOut;
import io.patchbay.rest.json.Shape;
import io.patchbay.tracker.editing.Edited.Done;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an endpoint answers, before it is rendered.
 *
 * @param body writes the JSON, null for none
 * @param text what is answered instead of JSON, null for none
 * @param link the header of that name, null for none
 * @param location the address of what was created
 * @param pages of which list this is a page, for the browsable page
 * @param replayed whether the same request was answered so before
 */
public record ApiReply(
        int status,
        @Nullable Body body,
        @Nullable String text,
        @Nullable String link,
        @Nullable String location,
        @Nullable Pages pages,
        boolean replayed) {

    ApiReply(int status, @Nullable Body body) {
        this(status, body, null, null, null, null, false);
    }

    /** Writes the JSON of an answer; everything it needs has been read before. */
    @FunctionalInterface
    public interface Body {

        void write(JsonOut out);
    }

    /** Which page of how many. */
    public record Pages(int number, int last) {}

    public static ApiReply ok(Body body) {
        return new ApiReply(200, body);
    }

    public static <T> ApiReply ok(Shape<T> shape, T value) {
        return ok(out -> shape.write(out, value));
    }

    public static <T> ApiReply page(Shape<T> shape, List<T> rows, String link, Pages pages) {
        return new ApiReply(200, out -> out.list(rows, shape), null, link, null, pages, false);
    }

    public static <T> ApiReply created(Shape<T> shape, T value, String location) {
        return new ApiReply(201, out -> shape.write(out, value), null, null, location, null, false);
    }

    /** The answer to a request that made something, or had made it when it was sent before. */
    public static <T> ApiReply created(Shape<T> shape, Done<T> made, String location) {
        return new ApiReply(
                201,
                out -> shape.write(out, made.result()),
                null,
                null,
                location,
                null,
                !made.isNew());
    }

    public static ApiReply text(String text) {
        return new ApiReply(200, null, text, null, null, null, false);
    }

    public static ApiReply noContent() {
        return new ApiReply(204, null);
    }

    public static ApiReply error(int status, String detail) {
        return new ApiReply(
                status,
                out -> {
                    out.startObject();
                    out.name("detail");
                    out.text(detail);
                    out.endObject();
                });
    }
}
