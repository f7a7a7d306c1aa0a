package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may do what: {@code authorisation.txt}, which explains itself. */
record AuthorisationTable(List<String> roles, List<Line> lines) {

    /** The version that an address without one stands for. */
    static final String NEWEST = "1.4";

    private static final int COLUMNS_BEFORE_ROLES = 3;

    /**
     * One path, or one method of XML-RPC.
     *
     * @param methods with the version that brought each
     * @param rights by role
     */
    record Line(
            String path,
            String since,
            Map<String, String> methods,
            Map<String, Set<String>> rights) {

        boolean isXmlRpc() {
            return since.equals("xmlrpc");
        }

        boolean isOwn() {
            return since.equals("own");
        }

        /** Whether there is such a path in this version; an empty one is the newest. */
        boolean isIn(String version) {
            if (isXmlRpc() || isOwn()) {
                return version.isEmpty();
            }
            return isSince(since, version);
        }

        boolean has(String method, String version) {
            var from = methods.get(method);
            return from != null && (isOwn() || isSince(from, version));
        }

        private static boolean isSince(String from, String version) {
            return (version.isEmpty() ? NEWEST : version).compareTo(from) >= 0;
        }

        boolean grants(String role, String method) {
            return rightsOf(role).contains(method);
        }

        boolean isHiddenFrom(String role) {
            return rightsOf(role).contains("hidden");
        }

        /** Whether one has to sign in even to look. */
        boolean isForUsersOnly() {
            return methods.containsKey("GET") && rightsOf("anonymous").contains("-");
        }

        private Set<String> rightsOf(String role) {
            var granted = rights.get(role);
            if (granted == null) {
                throw new IllegalArgumentException("the table has no column '" + role + "'");
            }
            return granted;
        }
    }

    static AuthorisationTable read() {
        try (var file = AuthorisationTable.class.getResourceAsStream("/authorisation.txt")) {
            if (file == null) {
                throw new IllegalStateException("authorisation.txt is not on the class path");
            }
            var rows =
                    new ArrayList<>(
                            new String(file.readAllBytes(), UTF_8)
                                    .lines()
                                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                    .map(AuthorisationTable::cells)
                                    .toList());
            var headings = rows.removeFirst();
            var roles = headings.subList(COLUMNS_BEFORE_ROLES, headings.size());
            return new AuthorisationTable(
                    roles, rows.stream().map(cells -> line(roles, cells)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }

    private static Line line(List<String> roles, List<String> cells) {
        if (cells.size() != COLUMNS_BEFORE_ROLES + roles.size()) {
            throw new IllegalStateException(
                    "expected %d cells, got %s"
                            .formatted(COLUMNS_BEFORE_ROLES + roles.size(), cells));
        }
        var since = cells.get(1);
        var methods = new LinkedHashMap<String, String>();
        for (var method : cells.get(2).split(" ")) {
            int at = method.indexOf('@');
            methods.put(
                    at < 0 ? method : method.substring(0, at),
                    at < 0 ? since : method.substring(at + 1));
        }
        var rights = new LinkedHashMap<String, Set<String>>();
        for (int i = 0; i < roles.size(); i++) {
            rights.put(roles.get(i), Set.of(cells.get(COLUMNS_BEFORE_ROLES + i).split(" ")));
        }
        return new Line(cells.getFirst(), since, methods, rights);
    }
}
