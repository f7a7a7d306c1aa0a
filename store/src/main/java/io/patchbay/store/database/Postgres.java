package io.patchbay.store.database;

/**
 * Where a PostgreSQL database is.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/patchbay}
 * @param connections how many may read at once
 */
public record Postgres(String url, String user, String password, int connections) {

    public Postgres {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "a PostgreSQL address begins with jdbc:postgresql:, but this is '%s'"
                            .formatted(url));
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }
}
