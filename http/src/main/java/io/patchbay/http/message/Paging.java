package io.patchbay.http.message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Which page of a list is asked for, and the {@code Link} header that leads to the others (rest-api
 * §5).
 *
 * @param number from 1; {@link #LAST} for the word {@code last}
 */
public record Paging(int number, int size) {

    public static final int LAST = -1;

    /** A page number that is none is a 404, a page size that is none is the usual one. */
    public static Paging of(Parameters query, int usualSize, int largestSize) {
        long size = Numbers.parse(query.get("per_page", "").strip(), 0);
        int limit = size == 0 ? usualSize : (int) Math.min(size, largestSize);
        var page = query.get("page", "1");
        if (page.equals("last")) {
            return new Paging(LAST, limit);
        }
        long number = Numbers.parse(page.strip(), 0);
        if (number == 0 || number > Integer.MAX_VALUE) {
            throw invalidPage();
        }
        return new Paging((int) number, limit);
    }

    public static HttpError invalidPage() {
        return HttpError.notFound("Invalid page.");
    }

    /** How many rows stand before this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** The number of the last page; an empty list has one page. */
    public int last(long total) {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The page that is meant in a list of so many rows; one behind the last is a 404. */
    public Paging within(long total) {
        int last = last(total);
        if (number == LAST) {
            return new Paging(last, size);
        }
        if (number > last) {
            throw invalidPage();
        }
        return this;
    }

    /**
     * Next, previous, first and last, in that order, as clients that cut the text themselves expect
     * it. Keys stand in alphabetical order, and the first page as {@code prev} has no number.
     */
    public String links(Request request, long total) {
        int last = last(total);
        var links = new ArrayList<String>(4);
        if (number < last) {
            links.add("<" + url(request, number + 1) + ">; rel=\"next\"");
        }
        if (number > 1) {
            var previous = number == 2 ? url(request, 0) : url(request, number - 1);
            links.add("<" + previous + ">; rel=\"prev\"");
        }
        links.add("<" + url(request, 1) + ">; rel=\"first\"");
        links.add("<" + url(request, last) + ">; rel=\"last\"");
        return String.join(", ", links);
    }

    /** The address of a page of this list; page 0 is the first one, unnumbered. */
    public static String url(Request request, int page) {
        return url(request, "page", page > 0 ? Integer.toString(page) : null);
    }

    /** The address of what stands behind a cursor of this list; an empty one begins it. */
    public static String continued(Request request, String cursor) {
        return url(request, "cursor", cursor);
    }

    private static String url(Request request, String key, @Nullable String place) {
        var sorted = new TreeMap<String, ArrayList<String>>(Comparator.naturalOrder());
        for (var pair : request.query().pairs()) {
            sorted.computeIfAbsent(pair.key(), _ -> new ArrayList<>(1)).add(pair.value());
        }
        sorted.remove("page");
        if (place != null) {
            var only = new ArrayList<String>(1);
            only.add(place);
            sorted.put(key, only);
        }
        var url = new StringBuilder(request.baseUrl()).append(request.rawPath());
        char separator = '?';
        for (var entry : sorted.entrySet()) {
            for (var value : entry.getValue()) {
                url.append(separator)
                        .append(Percent.encodeQuery(entry.getKey()))
                        .append('=')
                        .append(Percent.encodeQuery(value));
                separator = '&';
            }
        }
        return url.toString();
    }
}
