package io.patchbay.tracker.filing;

import java.util.Optional;

/** What the headers say that list servers write, read as for {@link ProjectLookup}. */
public final class ListHeaders {

    private ListHeaders() {}

    /** The id in a {@code List-Id}, {@code X-Mailing-List} or {@code X-list} (RFC 2919). */
    public static Optional<String> id(String value) {
        return ProjectLookup.listIdIn(value);
    }

    /** The address in a {@code List-Post} (RFC 2369 §3.4). */
    public static Optional<String> address(String value) {
        return ProjectLookup.addressIn(value);
    }
}
