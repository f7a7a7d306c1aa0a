package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CI systems and readers add: checks (rest-api §7.9) and bundles (§7.10). */
final class CheckAndBundleTest extends DeskTest {

    private static final String CHECKS = "/api/patches/1/checks/";
    private static final String BUNDLES = "/api/bundles/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"success\"} | success",
                "{\"state\":3} | fail",
                "{\"state\":\"2\"} | warning",
                "state=pending&context=a | pending",
            })
    void aCheckIsAdded(String body, String state) {
        var answer = desk.send("POST", CHECKS, Desk.MAUD, body);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"state\":\"" + state + "\"");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(CHECKS + "1/");
        assertThat(desk.get("/api/patches/1/").body()).contains("\"check\":\"" + state + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"state\":[\"A check must have a state.\"]}",
                "[] | {\"state\":[\"A check must have a state.\"]}",
                "{\"state\":null} | {\"state\":[\"This field may not be null.\"]}",
                "{\"state\":\"bad\"} | {\"state\":[\"\\\"bad\\\" is not a valid choice.\"]}",
                "{\"state\":1,\"context\":\"a b\"} | {\"context\":[\"Enter a valid \\\"slug\\\""
                        + " consisting of letters, numbers, underscores or hyphens.\"]}",
                "{\"state\":1,\"context\":\"\"} | {\"context\":[\"This field may not be"
                        + " blank.\"]}",
                "{\"state\":1,\"target_url\":\"ci\"} | {\"target_url\":[\"Enter a valid"
                        + " URL.\"]}",
            })
    void aCheckThatIsWrongIsRefused(String body, String said) {
        var answer = desk.send("POST", CHECKS, Desk.MAUD, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(said);
    }

    @Test
    void reportingTheSameAgainChangesNothing() {
        var path = "/api/patchbay/patches/1/checks/ci/";
        var body = "{\"state\":\"success\",\"description\":\"all green\"}";

        var first = desk.send("PUT", path, Desk.MAUD, body);
        var second = desk.send("PUT", path, Desk.MAUD, body);
        var other = desk.send("PUT", path, Desk.MAUD, "{\"state\":\"fail\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(desk.get(CHECKS).body()).contains("\"id\":2,").doesNotContain("\"id\":3,");
    }

    @Test
    void aBundleKeepsEachPatchOnce() {
        var answer =
                desk.send("POST", BUNDLES, Desk.JOE, "{\"name\":\"mine\",\"patches\":[2,1,2]}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"public\":false").doesNotContain("\"id\":4");
        assertThat(desk.get(BUNDLES + "1/").statusCode()).isEqualTo(404);
        assertThat(desk.send("GET", BUNDLES + "1/", Desk.JOE, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\",\"patches\":[]} | {\"patches\":[\"Bundles cannot be empty\"]}",
                "{\"name\":\"x\",\"patches\":[1,4]} | {\"patches\":[\"Bundle patches must belong"
                        + " to the same project\"]}",
                "{\"name\":\"\",\"patches\":[1]} | {\"name\":[\"This field may not be blank.\"]}",
                "{\"name\":\"a/b\",\"patches\":[1]} | {\"name\":[\"A bundle's name cannot contain"
                        + " a slash.\"]}",
                "{\"name\":\"taken\",\"patches\":[1]} | {\"name\":[\"You already have a bundle"
                        + " with this name.\"]}",
                "{} | {\"name\":[\"This field is required.\"],\"patches\":[\"This field is"
                        + " required.\"]}",
            })
    void aBundleThatIsWrongIsRefused(String body, String said) {
        desk.send("POST", BUNDLES, Desk.JOE, "{\"name\":\"taken\",\"patches\":[1]}");

        var answer = desk.send("POST", BUNDLES, Desk.JOE, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(said);
    }

    @Test
    void onlyTheOwnerChangesABundle() {
        desk.send("POST", BUNDLES, Desk.JOE, "{\"name\":\"a\",\"public\":true,\"patches\":[1]}");
        var one = BUNDLES + "1/";

        assertThat(desk.send("DELETE", one, Desk.MAUD, "").statusCode()).isEqualTo(403);
        assertThat(desk.send("PATCH", one, "", "{}").body()).contains("credentials");
        assertThat(desk.send("DELETE", "/api/1.1/bundles/1/", Desk.JOE, "").statusCode())
                .isEqualTo(405);
        assertThat(desk.send("DELETE", one, Desk.JOE, "").statusCode()).isEqualTo(204);
        assertThat(desk.get(one).statusCode()).isEqualTo(404);
    }

    @Test
    void putOnACommentIsLikePatch() {
        var path = "/api/patches/1/comments/1/";

        assertThat(desk.send("PUT", path, Desk.ANN, "{\"addressed\":true}").body())
                .contains("\"addressed\":true");
        assertThat(desk.send("PATCH", path, Desk.ANN, "{\"addressed\":\"\"}").body())
                .contains("\"addressed\":null");
        assertThat(desk.send("PATCH", path, Desk.JOE, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aUserChangesHimselfOnly() {
        var path = "/api/users/3/";

        assertThat(
                        desk.send("PATCH", path, Desk.JOE, "{\"settings\":{\"items_per_page\":-1}}")
                                .body())
                .isEqualTo(
                        "{\"settings\":{\"items_per_page\":[\"Ensure this value is greater than or"
                                + " equal to 1.\"]}}");
        assertThat(desk.send("PATCH", path, Desk.JOE, "settings.show_ids=true").body())
                .contains("\"show_ids\":true");
        assertThat(desk.send("PUT", path, Desk.JOE, "{}").body())
                .isEqualTo("{\"settings\":[\"This field is required.\"]}");
        assertThat(desk.send("PATCH", path, Desk.MAUD, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void theSchemaDescribesEveryPath() {
        var schema = desk.get("/api/schema/");

        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.body())
                .startsWith("{\"openapi\":\"3.1.0\"")
                .contains("\"/api/patches/{id}/checks/{check}/\"")
                .contains("\"/api/patchbay/patches/{id}/checks/{context}/\"")
                .contains("\"$ref\":\"#/components/schemas/PatchDetail\"");
    }
}
