package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told first of an edit in which several things are wrong, and what together. */
final class EditRefusalTest extends DeskTest {

    private static final String NONE = "Authentication credentials were not provided.";
    private static final String NOT_YOU = "You do not have permission to perform this action.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /api/patches/99/              | 404 | No Patch matches the given query.",
                "PATCH | /api/patches/1/               | 403 | " + NOT_YOU,
                "PATCH | /api/patches/99/comments/1/   | 404 | No Patch matches the given query.",
                "PATCH | /api/patches/1/comments/99/   | 404 | No PatchComment matches the given"
                        + " query.",
                "PATCH | /api/covers/1/comments/99/    | 404 | No CoverComment matches the given"
                        + " query.",
                "PATCH | /api/patches/1/comments/1/    | 403 | " + NOT_YOU,
                "POST  | /api/patches/1/checks/        | 403 | " + NOT_YOU,
                "PUT   | /api/patchbay/patches/1/checks/ci/ | 403 | " + NOT_YOU,
                "PATCH | /api/projects/99/             | 404 | No Project matches the given query.",
                "PATCH | /api/projects/1/              | 403 | " + NOT_YOU,
                "PATCH | /api/users/99/                | 404 | No User matches the given query.",
                "PATCH | /api/users/1/                 | 403 | " + NOT_YOU,
                "PATCH | /api/bundles/99/              | 404 | No Bundle matches the given query.",
                "PATCH | /api/bundles/1/               | 403 | " + NOT_YOU,
            })
    void whoMayNotIsToldSoAndNotWhatIsWrongWithTheBody(
            String method, String path, int status, String said) {
        desk.send(
                "POST",
                "/api/bundles/",
                Desk.MAUD,
                "{\"name\":\"b\",\"public\":true,\"patches\":[1]}");

        var answer = desk.send(method, path, Desk.JOE, "{");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + said + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /api/patches/1/            | " + NONE,
                "PATCH | /api/patches/1/comments/1/ | " + NONE,
                "POST  | /api/patches/1/checks/     | " + NOT_YOU,
                "PATCH | /api/projects/1/           | " + NONE,
                "PATCH | /api/patchbay/patches/     | " + NONE,
                "POST  | /api/bundles/              | " + NONE,
            })
    void whoHasNotSignedInIsToldSoAndNotWhatIsWrongWithTheBody(
            String method, String path, String said) {
        assertThat(desk.send(method, path, "", "{").body())
                .isEqualTo("{\"detail\":\"" + said + "\"}");
        assertThat(desk.send(method, path, "", "{\"state\":[]}").body())
                .isEqualTo("{\"detail\":\"" + said + "\"}");
    }

    @Test
    void whatCannotBeReadIsToldWithWhatTheRulesRefuseInTheOrderOfTheFields() {
        var body =
                """
                {"related": [99], "delegate": 3, "archived": "perhaps", "state": "Never Ever",
                 "pull_url": "%s", "commit_ref": {}}
                """
                        .formatted("u".repeat(256));

        assertThat(desk.send("PATCH", "/api/patches/1/", Desk.MAUD, body).body())
                .startsWith(
                        "{\"commit_ref\":[\"Not a valid string.\"],\"pull_url\":[\"Ensure this"
                                + " field has no more than 255 characters.\"],\"state\":[\"Invalid"
                                + " state never-ever. Expected one of: new, under-review,")
                .endsWith(
                        ".\"],\"archived\":[\"Must be a valid boolean.\"],\"delegate\":[\"User"
                                + " 'joe' is not a maintainer for project"
                                + " 'boats'\"],\"related\":[\"Invalid pk \\\"99\\\" - object does"
                                + " not exist.\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"related\":[99,\"x\"]} | {\"related\":[\"Invalid pk \\\"99\\\" - object does not"
                        + " exist.\"]}",
                "{\"related\":[2,\"x\",99]} | {\"related\":[\"Incorrect type. Expected pk value,"
                        + " received str.\"]}",
                "{\"related\":[\"099\"]} | {\"related\":[\"Invalid pk \\\"099\\\" - object does not"
                        + " exist.\"]}",
                "{\"delegate\":\"99999999999999999999\"} | {\"delegate\":[\"Invalid pk"
                        + " \\\"99999999999999999999\\\" - object does not exist.\"]}",
                "delegate=099 | {\"delegate\":[\"Invalid pk \\\"099\\\" - object does not"
                        + " exist.\"]}",
            })
    void idsAreToldAsTheyCame(String body, String said) {
        assertThat(desk.send("PATCH", "/api/patches/1/", Desk.MAUD, body).body()).isEqualTo(said);
    }

    @Test
    void theRightToRelateIsAskedWhenAllFieldsAreRight() {
        var answer =
                desk.send(
                        "PATCH",
                        "/api/patches/1/",
                        Desk.ANN,
                        "{\"related\":[2],\"archived\":\"perhaps\"}");

        assertThat(answer.body()).isEqualTo("{\"archived\":[\"Must be a valid boolean.\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"patches\":[],\"public\":5,\"name\":\"a/b\"} | {\"name\":[\"A bundle's name"
                        + " cannot contain a slash.\"],\"patches\":[\"Bundles cannot be"
                        + " empty\"],\"public\":[\"Must be a valid boolean.\"]}",
                "{\"name\":\"a\\u0000\",\"patches\":[1]} | {\"name\":[\"Null characters are not"
                        + " allowed.\"]}",
            })
    void ofABundleAllIsTold(String body, String said) {
        assertThat(desk.send("POST", "/api/bundles/", Desk.JOE, body).body()).isEqualTo(said);
    }

    @Test
    void whatIsWrongWithSettingsStandsBelowThem() {
        var body = "{\"settings\":{\"items_per_page\":0,\"send_email\":[]},\"last_name\":\"%s\"}";

        var answer = desk.send("PATCH", "/api/users/3/", Desk.JOE, body.formatted("n".repeat(151)));

        assertThat(answer.body())
                .isEqualTo(
                        "{\"last_name\":[\"Ensure this field has no more than 150"
                                + " characters.\"],\"settings\":{\"send_email\":[\"Must be a valid"
                                + " boolean.\"],\"items_per_page\":[\"Ensure this value is greater"
                                + " than or equal to 1.\"]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"patches\":[4,99],\"archived\":\"x\"} | {\"patches\":[\"Invalid pk \\\"99\\\" -"
                        + " object does not exist.\"]}",
                "{\"patches\":[1,4],\"archived\":\"x\",\"state\":\"rfc?\"} | {\"state\":[\"Invalid"
                        + " state rfc?. ",
                "{\"patches\":[1,4],\"archived\":\"x\"} | {\"archived\":[\"Must be a valid"
                        + " boolean.\"]}",
                "{\"patches\":[1,4]} | {\"detail\":\"You do not have permission to change patch 4;"
                        + " nothing was changed.\"}",
                "{\"patches\":[4,1],\"archived\":\"x\"} | {\"detail\":\"You do not have permission"
                        + " to change patch 4; nothing was changed.\"}",
            })
    void ofManyPatchesTheFirstThatIsRefusedIsTold(String body, String said) {
        assertThat(desk.send("PATCH", "/api/patchbay/patches/", Desk.MAUD, body).body())
                .startsWith(said);
    }

    @Test
    void aCheckLeadsToAHost() {
        var answer =
                desk.send(
                        "PUT",
                        "/api/patchbay/patches/1/checks/c%20i/",
                        Desk.MAUD,
                        "{\"state\":\"won\",\"user\":99,\"target_url\":\"javascript:alert(1)\"}");

        assertThat(answer.body())
                .isEqualTo(
                        "{\"user\":[\"Invalid pk \\\"99\\\" - object does not"
                                + " exist.\"],\"state\":[\"\\\"won\\\" is not a valid"
                                + " choice.\"],\"target_url\":[\"Enter a valid"
                                + " URL.\"],\"context\":[\"Enter a valid \\\"slug\\\" consisting"
                                + " of letters, numbers, underscores or hyphens.\"]}");
    }

    @Test
    void anEditOfACommentThatSaysNothingChangesNothing() {
        var path = "/api/patches/1/comments/1/";
        desk.send("PATCH", path, Desk.ANN, "{\"addressed\":true}");

        assertThat(desk.send("PUT", path, Desk.ANN, "{}").body()).contains("\"addressed\":true");
        assertThat(desk.send("PUT", path, Desk.JOE, "{}").statusCode()).isEqualTo(403);
    }
}
