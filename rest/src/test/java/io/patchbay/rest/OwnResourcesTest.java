package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Each resource below {@code /api/patchbay/} keeps the rules of ADR 24. */
class OwnResourcesTest extends DeskTest {

    private static final Pattern PATH = Pattern.compile("\"(/api/[^\"]*)\":\\{");
    private static final Pattern NEXT = Pattern.compile("<http://[^/]+([^>]+)>; rel=\"next\".*");
    private static final Pattern ROW = Pattern.compile("\"id\":([0-9]+),\"date\"");
    private static final Pattern DETAIL =
            Pattern.compile("\\{\"detail\":\"(\\\\.|[^\"\\\\])+\"\\}");

    /** By its address: the part of the OpenAPI document that is about a resource. */
    private Map<String, String> resources() {
        var document = desk.get("/api/schema/").body();
        var found = new LinkedHashMap<String, String>();
        var paths = PATH.matcher(document).results().toList();
        for (int place = 0; place < paths.size(); place++) {
            var path = paths.get(place).group(1);
            int end =
                    place + 1 < paths.size()
                            ? paths.get(place + 1).start()
                            : document.indexOf("\"components\"");
            if (path.startsWith("/api/patchbay/")) {
                found.put(path, document.substring(paths.get(place).end(), end));
            }
        }
        assertThat(found).hasSizeGreaterThan(3);
        return found;
    }

    /** With ids that are there. */
    private static String address(String path) {
        return path.replace("{id}", "1").replace("{other}", "2").replaceAll("\\{[^}]*\\}", "x");
    }

    /** With ids that nothing has. */
    private static String nowhere(String path) {
        return path.replaceAll("\\{[^}]*\\}", "999999999");
    }

    private static boolean isList(String description) {
        return description.contains("\"get\":") && description.contains("\"type\":\"array\"");
    }

    @Test
    void eachSaysWhatItIs() {
        resources()
                .forEach((path, description) -> {
                    var options = desk.send("OPTIONS", address(path), Desk.MAUD, "");
                    assertThat(options.statusCode()).as(path).isEqualTo(200);
                    assertThat(options.body())
                            .as(path)
                            .containsPattern("\"name\":\"[^\"]+\",\"description\":\"[^\"]+\"");
                    assertThat(path).endsWith("/");
                    assertThat(description)
                            .as(path)
                            .contains(
                                    "\"operationId\":",
                                    "\"$ref\":",
                                    "{\"detail\":{\"type\":\"string\"}}");
                });
    }

    @Test
    void eachErrorIsASentence() {
        resources()
                .forEach((path, description) -> {
                    var method = description.contains("\"get\":") ? "GET" : "DELETE";
                    var errors =
                            List.of(
                                    desk.send("BREW", address(path), Desk.MAUD, ""),
                                    desk.send("DELETE", address(path), Desk.MAUD, ""),
                                    desk.send(method, address(path), "d".repeat(40), ""),
                                    desk.get(address(path) + "?format=nonsense"),
                                    desk.accepting(address(path), "image/png"));
                    assertThat(errors)
                            .as(path)
                            .extracting(HttpResponse::statusCode)
                            .isSubsetOf(403, 404, 405, 406);
                    assertThat(errors).as(path).allSatisfy(OwnResourcesTest::tells);
                    if (description.contains("\"get\":") && path.contains("{")) {
                        var missing = desk.send("GET", nowhere(path), Desk.MAUD, "");
                        assertThat(missing.statusCode()).as(path).isEqualTo(404);
                        tells(missing);
                    }
                });
    }

    private static void tells(HttpResponse<String> error) {
        assertThat(error.body()).matches(DETAIL);
    }

    @Test
    void eachListIsReadByCursor() {
        for (int patch = 1; patch <= 3; patch++) {
            desk.send("PATCH", "/api/patches/" + patch + "/", Desk.MAUD, "{\"archived\":true}");
        }
        resources()
                .forEach((path, description) -> {
                    if (!isList(description)) {
                        return;
                    }
                    assertThat(description).as(path).contains("\"cursor\"", "\"per_page\"");
                    var whole = rows(desk.send("GET", address(path), Desk.MAUD, ""));
                    var read = new ArrayList<String>();
                    var next = address(path) + "?cursor=&per_page=1";
                    while (next != null) {
                        var page = desk.send("GET", next, Desk.MAUD, "");
                        assertThat(rows(page)).as(path).hasSizeLessThanOrEqualTo(1);
                        read.addAll(rows(page));
                        var link = page.headers().firstValue("Link").orElse("");
                        assertThat(link).as(path).doesNotContain("rel=\"last\"");
                        var found = NEXT.matcher(link);
                        next = found.matches() ? found.group(1) : null;
                    }
                    assertThat(whole).as(path).hasSizeGreaterThan(1);
                    assertThat(read).as(path).isEqualTo(whole);

                    var foreign = desk.send("GET", address(path) + "?cursor=x", Desk.MAUD, "");
                    assertThat(foreign.statusCode()).as(path).isEqualTo(404);
                    tells(foreign);
                });
    }

    private static List<String> rows(HttpResponse<String> page) {
        return ROW.matcher(page.body()).results().map(MatchResult::group).toList();
    }

    @Test
    void eachAnswerIsTagged() {
        resources()
                .forEach((path, description) -> {
                    if (description.contains("\"get\":")) {
                        var answer = desk.send("GET", address(path), Desk.MAUD, "");
                        assertThat(answer.statusCode()).as(path).isEqualTo(200);
                        assertThat(answer.headers().firstValue("ETag")).as(path).isPresent();
                    }
                });
    }
}
