package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing patches, and what is said of requests that cannot be done (rest-api §7.5). */
final class PatchEditTest extends DeskTest {

    private static final String PATCH = "/api/1.4/patches/1/";

    private String edit(String body) {
        return desk.send("PATCH", PATCH, Desk.MAUD, body).body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"state\":\"under-review\",\"archived\":true}",
                "{\"state\":\"Under Review\",\"archived\":\"on\"}",
                "state=under-review&archived=1"
            })
    void jsonAndFormsAreReadAlike(String body) {
        assertThat(edit(body)).contains("\"state\":\"under-review\",\"archived\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":null} | {\"state\":[\"This field may not be null.\"]}",
                "{\"state\":\"\"} | {\"state\":[\"This field may not be null.\"]}",
                "{\"archived\":\"perhaps\"} | {\"archived\":[\"Must be a valid boolean.\"]}",
                "{\"archived\":[]} | {\"archived\":[\"Must be a valid boolean.\"]}",
                "{\"delegate\":999} | {\"delegate\":[\"Invalid pk \\\"999\\\" - object does not"
                        + " exist.\"]}",
                "{\"delegate\":\"x\"} | {\"delegate\":[\"Incorrect type. Expected pk value,"
                        + " received str.\"]}",
                "{\"delegate\":true} | {\"delegate\":[\"Incorrect type. Expected pk value,"
                        + " received bool.\"]}",
                "{\"delegate\":3} | {\"delegate\":[\"User 'joe' is not a maintainer for project"
                        + " 'boats'\"]}",
                "{\"commit_ref\":[]} | {\"commit_ref\":[\"Not a valid string.\"]}",
                "{\"related\":1} | {\"related\":[\"Expected a list of items but got type"
                        + " \\\"int\\\".\"]}",
                "{\"related\":null} | {\"related\":[\"This field may not be null.\"]}",
                "{\"related\":[99]} | {\"related\":[\"Invalid pk \\\"99\\\" - object does not"
                        + " exist.\"]}",
                "[1] | {\"detail\":[\"Invalid data. Expected a dictionary, but got list.\"]}",
                "null | {\"detail\":[\"No data provided\"]}",
            })
    void whatIsWrongIsSaidFieldByField(String body, String said) {
        var answer = desk.send("PATCH", PATCH, Desk.MAUD, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"state\":5}", "{\"state\":true}", "{\"state\":[1]}", "{", "{]", "{}}"})
    void noBodyIsAServerError(String body) {
        assertThat(desk.send("PATCH", PATCH, Desk.MAUD, body).statusCode()).isEqualTo(400);
    }

    @Test
    void aRefusedEditChangesNothing() {
        edit("{\"state\":\"accepted\",\"delegate\":999}");

        assertThat(desk.get(PATCH).body()).contains("\"state\":\"new\"");
    }

    @Test
    void textIsTrimmedAndNumbersAreText() {
        assertThat(edit("{\"commit_ref\":\" abc \",\"pull_url\":7}"))
                .contains("\"commit_ref\":\"abc\",\"pull_url\":\"7\"");
    }

    @Test
    void putNeedsStateAndDelegate() {
        assertThat(desk.send("PUT", PATCH, Desk.MAUD, "{}").body())
                .isEqualTo(
                        "{\"state\":[\"This field is required.\"],\"delegate\":[\"This field is"
                                + " required.\"]}");
    }

    @Test
    void aFormThatReplacesLeavesBoxesUnticked() {
        edit("archived=true");

        var replaced = desk.send("PUT", PATCH, Desk.MAUD, "state=new&delegate=");

        assertThat(replaced.body()).contains("\"archived\":false", "\"related\":[]");
    }

    @Test
    void theSubmitterMayEditButNotRelate() {
        var edited = desk.send("PATCH", PATCH, Desk.ANN, "{\"state\":\"rfc\"}");
        var related = desk.send("PATCH", PATCH, Desk.ANN, "{\"related\":[2]}");

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(related.statusCode()).isEqualTo(403);
        assertThat(related.body()).contains("a project you are not maintaining");
    }

    @Test
    void othersMayNotEdit() {
        assertThat(desk.send("PATCH", PATCH, Desk.JOE, "{}").body())
                .contains("You do not have permission to perform this action.");
        assertThat(desk.send("PATCH", PATCH, "", "{}").body())
                .contains("Authentication credentials were not provided.");
    }

    @Test
    void aBodyWithoutATypeChangesNothing() {
        assertThat(desk.send("PATCH", PATCH, Desk.MAUD, "").statusCode()).isEqualTo(200);
    }

    @Test
    void manyPatchesAreChangedAlike() {
        var answer =
                desk.send(
                        "PATCH",
                        "/api/patchbay/patches/",
                        Desk.MAUD,
                        "{\"patches\":[1,3],\"state\":\"accepted\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(desk.get("/api/patches/?state=accepted").body())
                .contains("\"id\":1,", "\"id\":3,")
                .doesNotContain("\"name\":\"[1/2]");
    }

    @Test
    void manyPatchesAreChangedAllOrNone() {
        var answer =
                desk.send(
                        "PATCH",
                        "/api/patchbay/patches/",
                        Desk.MAUD,
                        "{\"patches\":[1,4],\"state\":\"accepted\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(desk.get("/api/patches/?state=accepted").body()).isEqualTo("[]");
    }

    @Test
    void manyPatchesMustBeNamed() {
        assertThat(desk.send("PATCH", "/api/patchbay/patches/", Desk.MAUD, "{}").body())
                .isEqualTo("{\"patches\":[\"This field is required.\"]}");
        assertThat(desk.send("PATCH", "/api/patchbay/patches/", "", "{}").statusCode())
                .isEqualTo(403);
    }
}
