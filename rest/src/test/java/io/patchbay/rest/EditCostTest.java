package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** What an edit asks of the store: each row is read once, and nothing is read for an error. */
final class EditCostTest extends DeskTest {

    private static final Pattern ROW_OF_PATCH =
            Pattern.compile("\\s*select.*\\bfrom patch\\b.*", Pattern.DOTALL);
    private static final Pattern TEXT_OF_PATCH =
            Pattern.compile("\\s*select.*\\bfrom patch_text\\b.*", Pattern.DOTALL);

    @Test
    void aPatchThatIsEditedIsReadOnce() {
        var answer = edit("PATCH", "/api/patches/1/", "{\"state\":\"accepted\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(asked(ROW_OF_PATCH)).hasSize(1);
        assertThat(asked(TEXT_OF_PATCH)).hasSize(1);
    }

    @Test
    void ofManyPatchesEachIsReadOnce() {
        var answer =
                edit(
                        "PATCH",
                        "/api/patchbay/patches/",
                        "{\"patches\":[1,2,3],\"state\":\"accepted\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(asked(ROW_OF_PATCH)).hasSize(3);
        assertThat(asked(TEXT_OF_PATCH)).isEmpty();
    }

    @Test
    void aPatchThatIsCheckedIsReadOnce() {
        var answer = edit("POST", "/api/patches/1/checks/", "{\"state\":\"success\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(asked(ROW_OF_PATCH)).hasSize(1);
    }

    private HttpResponse<String> edit(String method, String path, String body) {
        desk.statements().clear();
        return desk.send(method, path, Desk.MAUD, body);
    }

    private List<String> asked(Pattern statement) {
        return desk.statements().stream().filter(statement.asMatchPredicate()).toList();
    }
}
