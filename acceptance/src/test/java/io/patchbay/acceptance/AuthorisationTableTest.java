package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.acceptance.AuthorisationTable.Line;
import io.patchbay.acceptance.RoleDesk.Proof;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every path of the API with every method, by every role, in every version, and with every proof of
 * who one is, against the {@link AuthorisationTable}.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class AuthorisationTableTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "BREW");
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

    private static final String OF_PATH_IN_SCHEMA = "\"(/api/[^\"]*)\":\\{";

    private final AuthorisationTable table = AuthorisationTable.read();
    private RoleDesk desk;
    private int sent;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        desk = RoleDesk.open(folder, table);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "1.2", "1.3", "1.4", ""})
    void everyRoleMayDoWhatTheTableSaysInEveryVersion(String version) {
        assertThat(surprises(table.roles(), version, Proof.TOKEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "1.2", "1.3", "1.4", ""})
    void everyTokenMayDoWhatTheTableSaysInEveryVersion(String version) {
        assertThat(surprises(table.tokens(), version, Proof.TOKEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SESSION_WITHOUT_CSRF")
    void itDoesNotMatterHowOneProvesWhoOneIs(Proof proof) {
        assertThat(surprises(table.roles(), AuthorisationTable.NEWEST, proof)).isEmpty();
    }

    private List<String> surprises(List<String> whose, String version, Proof proof) {
        var surprises = new ArrayList<String>();
        for (var line : table.lines()) {
            for (var role : whose) {
                for (var method : line.isXmlRpc() ? List.<String>of() : METHODS) {
                    var expected = expected(line, method, role, version);
                    var answer = send(line, method, role, version, proof);
                    if (!fits(expected, method, answer)) {
                        surprises.add(
                                "%s %s %s by %s with %s: expected %s, got %d %s"
                                        .formatted(
                                                version,
                                                method,
                                                line.path(),
                                                role,
                                                proof,
                                                expected,
                                                answer.statusCode(),
                                                answer.body()));
                    }
                }
            }
        }
        return surprises;
    }

    private enum Outcome {
        GRANTED,
        NOT_SIGNED_IN,
        NO_PERMISSION,
        LIMITED_TOKEN,
        EXPIRED_TOKEN,
        NOT_FOUND,
        NO_PAGE,
        NOT_ALLOWED
    }

    private Outcome expected(Line line, String method, String role, String version) {
        boolean anonymous = role.equals("anonymous");
        if (!line.isIn(version)) {
            return Outcome.NO_PAGE;
        }
        if (role.equals("expired")) {
            return Outcome.EXPIRED_TOKEN;
        }
        if (line.isForUsersOnly() && anonymous) {
            return Outcome.NOT_SIGNED_IN;
        }
        if (method.equals("OPTIONS")) {
            return Outcome.GRANTED;
        }
        var asked = method.equals("HEAD") ? "GET" : method;
        if (!line.has(asked, version)) {
            return Outcome.NOT_ALLOWED;
        }
        if (line.isHiddenFrom(role)) {
            return Outcome.NOT_FOUND;
        }
        if (line.grants(role, asked)) {
            return Outcome.GRANTED;
        }
        if (table.tokens().contains(role)) {
            return Outcome.LIMITED_TOKEN;
        }
        // Who may not report checks is told so in the same words, known or not (rest-api §7.9).
        return anonymous && !line.path().contains("/checks/")
                ? Outcome.NOT_SIGNED_IN
                : Outcome.NO_PERMISSION;
    }

    private HttpResponse<String> send(
            Line line, String method, String role, String version, Proof proof) {
        sent++;
        var prefix = version.isEmpty() ? "/api" : "/api/" + version;
        var body = UNSAFE.contains(method) ? body(line.path(), method) : "";
        var answer = desk.send(method, prefix + desk.address(line.path(), role), role, proof, body);
        if (method.equals("PUT")) {
            // What replaces a patch delegates it to somebody else.
            desk.delegate();
        }
        return answer;
    }

    /** What is right to send there, and changes nothing that others depend on. */
    private String body(String path, String method) {
        return switch (path) {
            case "/patches/1/" ->
                    method.equals("PUT")
                            ? "{\"state\":\"new\",\"delegate\":%d}".formatted(desk.id("maintainer"))
                            : "{\"state\":\"new\"}";
            case "/patches/1/checks/", "/patchbay/patches/1/checks/ci/" ->
                    "{\"state\":\"success\"}";
            case "/users/OWNER/" -> "{\"settings\":{}}";
            case "/bundles/" -> "{\"name\":\"bundle %d\",\"patches\":[1]}".formatted(sent);
            case "/bundles/PUBLIC/" -> "{\"name\":\"PUBLIC\",\"public\":true,\"patches\":[1]}";
            case "/bundles/PRIVATE/" -> "{\"name\":\"PRIVATE\",\"public\":false,\"patches\":[1]}";
            case "/patchbay/patches/" -> "{\"patches\":[1],\"state\":\"new\"}";
            default -> method.equals("DELETE") ? "" : "{}";
        };
    }

    private static boolean fits(Outcome outcome, String method, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean told = !method.equals("HEAD");
        return switch (outcome) {
            case GRANTED ->
                    switch (method) {
                        case "POST" -> status == 201;
                        case "PUT" -> status == 200 || status == 201;
                        case "DELETE" -> status == 204;
                        default -> status == 200;
                    };
            case NOT_SIGNED_IN ->
                    status == 403
                            && (!told || answer.body().contains("credentials were not provided"));
            case NO_PERMISSION ->
                    status == 403
                            && (answer.body().contains("You do not have permission to ")
                                    || answer.body().contains("you are not maintaining"));
            case LIMITED_TOKEN -> status == 403 && answer.body().contains("\"This token ");
            case EXPIRED_TOKEN ->
                    status == 403 && (!told || answer.body().contains("This token has expired"));
            case NOT_FOUND ->
                    status == 404 && (!told || answer.body().contains("matches the given query"));
            case NO_PAGE ->
                    status == 404
                            && answer.headers()
                                    .firstValue("Content-Type")
                                    .orElse("")
                                    .startsWith("text/");
            case NOT_ALLOWED ->
                    status == 405
                            && (!told
                                    || answer.body()
                                            .contains("\\\"" + method + "\\\" not allowed"));
        };
    }

    @Test
    void theTableLeavesOutNoPath() {
        var schema = desk.send("GET", "/api/schema/", "anonymous", Proof.TOKEN, "").body();
        var paths =
                Pattern.compile(OF_PATH_IN_SCHEMA)
                        .matcher(schema)
                        .results()
                        .map(match -> match.group(1).replaceAll("\\{[^}]*}", "X"))
                        .toList();

        var told =
                table.lines().stream()
                        .filter(line -> !line.isXmlRpc())
                        .map(line -> "/api" + line.path())
                        .map(path ->
                                path.replaceAll("/(\\d+|boats|ci|OWNER|PUBLIC|PRIVATE)/", "/X/"))
                        .map(path -> path.replaceAll("/(\\d+|ci)/$", "/X/"));

        assertThat(told).containsAll(paths);
        assertThat(paths).hasSizeGreaterThan(20);
    }

    @Test
    void aSessionWithoutItsCsrfTokenChangesNothing() {
        for (var line : table.lines()) {
            for (var role : table.roles()) {
                for (var method : UNSAFE) {
                    if (line.grants(role, method)) {
                        var answer = send(line, method, role, "", Proof.SESSION_WITHOUT_CSRF);
                        assertThat(answer.body())
                                .as("%s %s by %s", method, line.path(), role)
                                .isEqualTo("{\"detail\":\"CSRF Failed: CSRF cookie not set.\"}");
                        assertThat(answer.statusCode()).isEqualTo(403);
                    }
                }
            }
        }
    }

    @Test
    void badCredentialsAreRefusedEvenWhereNoneAreNeeded() {
        for (var line : table.lines()) {
            if (!line.isXmlRpc()) {
                var answer = send(line, "GET", "nobody known", "", Proof.TOKEN);
                assertThat(answer.body())
                        .as(line.path())
                        .isEqualTo("{\"detail\":\"Invalid token.\"}");
                assertThat(answer.statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void xmlRpcGrantsTheSame() {
        for (var line : table.lines()) {
            for (var role : line.isXmlRpc() ? table.roles() : List.<String>of()) {
                var answer = desk.send("POST", "/xmlrpc/", role, Proof.PASSWORD, call(line.path()));
                if (line.grants(role, "CALL")) {
                    assertThat(answer.body()).as(role).doesNotContain("<fault>");
                } else {
                    assertThat(answer.body())
                            .as("%s by %s", line.path(), role)
                            .contains(
                                    role.equals("anonymous")
                                            ? "No authentication credentials given"
                                            : "No permissions to edit this patch");
                }
            }
        }
    }

    @Test
    void xmlRpcTakesPasswordsOnly() {
        var answer = desk.send("POST", "/xmlrpc/", "maintainer", Proof.TOKEN, call("patch_set"));

        assertThat(answer.body()).contains("Authentication scheme not supported");
    }

    private static String call(String method) {
        var arguments =
                switch (method) {
                    case "patch_set" -> value("<int>1</int>") + value("<struct></struct>");
                    case "check_create" -> value("<int>1</int>") + value("ci") + value("success");
                    case "check_list" -> "";
                    default -> value("<int>1</int>");
                };
        return "<?xml version='1.0'?><methodCall><methodName>%s</methodName><params>%s</params></methodCall>"
                .formatted(method, arguments);
    }

    private static String value(String value) {
        return "<param><value>" + value + "</value></param>";
    }
}
