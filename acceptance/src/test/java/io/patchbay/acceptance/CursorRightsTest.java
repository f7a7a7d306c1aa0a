package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.acceptance.RoleDesk.Proof;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * A cursor is another way to page, not another way in: every list of the {@link AuthorisationTable}
 * in every version, for every role and token.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class CursorRightsTest {

    private static final Pattern NEXT = Pattern.compile("<http://[^/]+([^>]*)>; rel=\"next\"");

    private final AuthorisationTable table = AuthorisationTable.read();
    private RoleDesk desk;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        desk = RoleDesk.open(folder, table);
        for (var role : new String[] {"owner", "full"}) {
            desk.address("/bundles/PUBLIC/ /bundles/PRIVATE/", role);
        }
        desk.send("PATCH", "/api/patches/1/", "maintainer", Proof.TOKEN, "{\"archived\":true}");
        desk.send("POST", "/api/patches/1/checks/", "full", Proof.TOKEN, "{\"state\":\"fail\"}");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "1.2", "1.3", "1.4", ""})
    void readingByCursorShowsEveryoneTheSameAsByPage(String version) {
        int compared = 0;
        var prefix = version.isEmpty() ? "/api" : "/api/" + version;
        for (var line : table.lines()) {
            if (line.isIn(version) && line.has("GET", version)) {
                for (var role : table.everybody()) {
                    var path = prefix + desk.address(line.path(), role);
                    var byPage = get(path, role);
                    if (byPage.statusCode() != 200 || byPage.body().startsWith("[")) {
                        assertThat(byCursor(path, role))
                                .as("%s by %s", path, role)
                                .isEqualTo(byPage.body());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(8 * table.everybody().size());
    }

    /** All pages of a list in one, or what was said instead of a page. */
    private String byCursor(String path, String role) {
        var rows = new ArrayList<String>();
        var next = path + "?cursor=&per_page=2";
        while (true) {
            var answer = get(next, role);
            if (answer.statusCode() != 200) {
                return answer.body();
            }
            if (answer.body().length() > 2) {
                rows.add(answer.body().substring(1, answer.body().length() - 1));
            }
            var link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            if (!link.find()) {
                return "[" + String.join(",", rows) + "]";
            }
            next = link.group(1);
        }
    }

    private HttpResponse<String> get(String path, String role) {
        return desk.send("GET", path, role, Proof.TOKEN, "");
    }
}
