package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/** The traps of {@link WireTrapsTest} that lie in writing. */
final class WritingTrapsTest extends CorpusVisit {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=b";

    private String patch = "";

    @BeforeAll
    void chooseAPatch() {
        patch = "/api/1.2/patches/" + served.patch("009").id() + "/";
    }

    private Wire.Answer send(String method, String path, String type, String body)
            throws IOException {
        return visit.send(method, path, body, token, "Content-Type: " + type);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    /** Trap 9. */
    @Test
    void bodiesAreJsonFormsOrParts() throws IOException {
        assertThat(Visit.text(send("PATCH", patch, JSON, "{\"state\":\"rfc\"}"), "state"))
                .isEqualTo("rfc");
        assertThat(Visit.text(send("PATCH", patch, FORM, "state=accepted&archived=False"), "state"))
                .isEqualTo("accepted");
        assertThat(Visit.text(send("PATCH", patch, PARTS, part("state", "new") + "--b--"), "state"))
                .isEqualTo("new");

        var put = part("state", "deferred") + part("delegate", "") + "--b--";
        assertThat(Visit.text(send("PUT", patch, PARTS, put), "state")).isEqualTo("deferred");
        assertThat(send("PUT", patch, FORM, "state=new&delegate=").status()).isEqualTo(200);
        assertThat(send("PUT", patch, JSON, "{\"state\":\"new\",\"delegate\":null}").status())
                .isEqualTo(200);
    }

    /** Traps 9 and 18. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"state\":\"success\",\"context\":\"json\",\"user\":1}",
                "application/json | {\"state\":\"success\",\"context\":\"json\",\"user_id\":\"x\"}",
                "application/x-www-form-urlencoded | user=1&state=success&context=form",
                "application/x-www-form-urlencoded | user=&state=success&context=form",
            })
    void checksAreTakenWithTheUserThatSomeSend(String type, String body) throws IOException {
        var answer = send("POST", patch + "checks/", type, body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().get("Location")).isEqualTo(Visit.text(answer, "url"));
        assertThat(answer.body())
                .contains("\"username\":\"ann\"", "\"state\":\"success\"", "\"target_url\":null");
    }

    /** Trap 18. */
    @Test
    void theContextOfACheckIsAWordWithoutBlanks() throws IOException {
        for (var good : new String[] {"a", "bpf-PR", "vmtest_bpf-VM_Test-1", "0"}) {
            var body = "state=success&context=" + good;
            assertThat(send("POST", patch + "checks/", FORM, body).status()).isEqualTo(201);
        }
        for (var bad : new String[] {"a+b", "a.b", "a/b", "%C3%A4", ""}) {
            var body = "state=success&context=" + bad;
            assertThat(send("POST", patch + "checks/", FORM, body).status()).as(bad).isEqualTo(400);
        }
        var found = visit.get(patch + "checks/?context=BPF-pr&order=-date&per_page=1");
        assertThat(found.body()).contains("\"context\":\"bpf-PR\"");
    }

    /** Trap 20: what is sent again after a gateway gave up is taken again. */
    @Test
    void aCheckThatIsSentTwiceIsTakenTwice() throws IOException {
        var body = "state=fail&context=again&target_url=https://ci.example.org/1";

        assertThat(send("POST", patch + "checks/", FORM, body).status()).isEqualTo(201);
        assertThat(send("POST", patch + "checks/", FORM, body).status()).isEqualTo(201);

        assertThat(visit.get(patch).body()).contains("\"check\":\"fail\"");
    }

    /** Trap 8. */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void withoutTheLastSlashNothingIsWritten(String method) throws IOException {
        var address = patch.substring(0, patch.length() - 1);

        var answer = send(method, address, FORM, "state=superseded");

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers()).containsEntry("Location", patch);
        assertThat(visit.get(patch).body()).doesNotContain("\"state\":\"superseded\"");
    }
}
