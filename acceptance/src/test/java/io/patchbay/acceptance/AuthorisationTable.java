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
import java.util.stream.Stream;

/**
 * Who may do what: {@code authorisation.txt}, which explains itself.
 *
 * @param tokens limited in different ways, of a user who may do everything
 */
record AuthorisationTable(List<String> roles, List<String> tokens, List<Line> lines) {

    /** The version that an address without one stands for. */
    static final String NEWEST = "1.4";

    private static final int COLUMNS_BEFORE_ROLES = 3;

    /**
     * One path, or one method of XML-RPC.
     *
     * @param methods with the version that brought each
     * @param rights by role and token
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

    List<String> everybody() {
        return Stream.concat(roles.stream(), tokens.stream()).toList();
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
            int end = rows.indexOf(headingOf(rows));
            var lines = rows.subList(0, end).stream().map(cells -> line(roles, cells)).toList();
            var tokens = rows.get(end).subList(1, rows.get(end).size());
            for (var cells : rows.subList(end + 1, rows.size())) {
                find(cells.getFirst(), lines).rights.putAll(rights(tokens, cells, 1));
            }
            return new AuthorisationTable(roles, tokens, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the part about tokens. */
    private static List<String> headingOf(List<List<String>> rows) {
        return rows.stream()
                .filter(cells -> cells.getFirst().equals("path"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the table says nothing of tokens"));
    }

    private static Line find(String path, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no roles are told for " + path));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }

    private static Line line(List<String> roles, List<String> cells) {
        var since = cells.get(1);
        var methods = new LinkedHashMap<String, String>();
        for (var method : cells.get(2).split(" ")) {
            int at = method.indexOf('@');
            methods.put(
                    at < 0 ? method : method.substring(0, at),
                    at < 0 ? since : method.substring(at + 1));
        }
        return new Line(
                cells.getFirst(), since, methods, rights(roles, cells, COLUMNS_BEFORE_ROLES));
    }

    private static Map<String, Set<String>> rights(
            List<String> whose, List<String> cells, int columnsBefore) {
        if (cells.size() != columnsBefore + whose.size()) {
            throw new IllegalStateException(
                    "expected %d cells, got %s".formatted(columnsBefore + whose.size(), cells));
        }
        var rights = new LinkedHashMap<String, Set<String>>();
        for (int i = 0; i < whose.size(); i++) {
            rights.put(whose.get(i), Set.of(cells.get(columnsBefore + i).split(" ")));
        }
        return rights;
    }
}
