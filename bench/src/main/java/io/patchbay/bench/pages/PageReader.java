package io.patchbay.bench.pages;

import java.io.IOException;
import java.util.List;

/** Asks for pages in turn over one connection; an answer other than 200 ends it all. */
final class PageReader implements Load.Client {

    private final HttpConnection connection;
    private final List<String> pages;
    private final List<byte[]> requests;
    private int at;

    private PageReader(HttpConnection connection, List<String> pages, int first) {
        this.connection = connection;
        this.pages = pages;
        this.requests = pages.stream().map(HttpConnection::request).toList();
        this.at = first;
    }

    /** Each client begins with another page. */
    static Load.Opener of(int port, List<String> pages) {
        return number -> new PageReader(new HttpConnection(port), pages, 7 * number % pages.size());
    }

    @Override
    public long ask() throws IOException {
        int page = at++ % requests.size();
        var answer = connection.get(requests.get(page));
        if (answer.status() != 200) {
            throw new IOException(
                    "expected 200 for %s, got %d".formatted(pages.get(page), answer.status()));
        }
        return answer.length();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
