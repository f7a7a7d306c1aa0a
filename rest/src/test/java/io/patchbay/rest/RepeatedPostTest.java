package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A POST that is sent again because its answer was lost (docs/adr/0012). */
final class RepeatedPostTest extends DeskTest {

    private static final String CHECKS = "/api/patches/1/checks/";
    private static final String CHECK = "{\"state\":\"success\",\"context\":\"ci\"}";

    @Test
    void withTheSameKeyMakesOneCheckAndIsAnsweredAlike() {
        var first = desk.post(CHECKS, Desk.MAUD, CHECK, "\"run 1\"");
        var again = desk.post(CHECKS, Desk.MAUD, CHECK, "\"run 1\"");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(checks()).isEqualTo(1);
        assertThat(desk.get("/api/events/?category=check-created").body()).doesNotContain("},{");
    }

    @Test
    void withoutAKeyMakesAnotherCheckAsEver() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "");
        desk.post(CHECKS, Desk.MAUD, CHECK, "");

        assertThat(checks()).isEqualTo(2);
    }

    @Test
    void withAnotherKeyMakesAnotherCheck() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-2");

        assertThat(checks()).isEqualTo(2);
    }

    @Test
    void saysTheSameInAnotherOrderOrWithoutQuotes() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "\"run-1\"");

        var again =
                desk.post(
                        CHECKS, Desk.MAUD, "{\"context\":\"ci\", \"state\":\"success\"}", "run-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(checks()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"state\":\"fail\",\"context\":\"ci\"}",
                "{\"state\":1,\"context\":\"ci\"}",
                "state=success&context=ci",
                "{\"state\":\"success\",\"context\":\"ci\",\"description\":null}",
            })
    void withTheSameKeyButAnotherBodyIsRefused(String body) {
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");

        var other = desk.post(CHECKS, Desk.MAUD, body, "run-1");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body())
                .isEqualTo(
                        "{\"detail\":\"You have sent another request with the Idempotency-Key"
                                + " 'run-1'; send this one with a key of its own.\"}");
        assertThat(checks()).isEqualTo(1);
    }

    /** Whether it says the same cannot be told. */
    @Test
    void withTheSameKeyButABodyThatCannotBeReadSaysSo() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");

        var unreadable = desk.post(CHECKS, Desk.MAUD, "{\"state\":", "run-1");

        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).startsWith("{\"detail\":\"JSON parse error");
        assertThat(checks()).isEqualTo(1);
    }

    @Test
    void withTheSameKeyForAnotherPatchIsRefused() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");

        assertThat(desk.post("/api/patches/2/checks/", Desk.MAUD, CHECK, "run-1").statusCode())
                .isEqualTo(422);
    }

    @Test
    void byAnotherUserIsAnotherRequest() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");
        desk.post(CHECKS, Desk.ANN, CHECK, "run-1");

        assertThat(checks()).isEqualTo(2);
    }

    @Test
    void thatWasRefusedIsLookedAtAnew() {
        var refused = desk.post(CHECKS, Desk.MAUD, "{\"state\":\"bad\"}", "run-1");
        var mended = desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(mended.statusCode()).isEqualTo(201);
    }

    @Test
    void isNoWayAroundRights() {
        desk.post(CHECKS, Desk.MAUD, CHECK, "run-1");
        desk.store()
                .write(writing -> {
                    long maud = writing.users().credentials("maud").orElseThrow().userId();
                    writing.accounts().maintains(maud, 1, false);
                    return true;
                });

        assertThat(desk.post(CHECKS, Desk.MAUD, CHECK, "run-1").statusCode()).isEqualTo(403);
    }

    @Test
    void atTheSameTimeMakesOneCheck() {
        List<HttpResponse<String>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () -> desk.post(CHECKS, Desk.MAUD, CHECK, "run-1"),
                                            threads))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
        }

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .hasSize(8)
                .containsOnly(answers.getFirst().body());
        assertThat(
                        answers.stream()
                                .filter(answer ->
                                        answer.headers()
                                                .firstValue("Idempotent-Replayed")
                                                .isEmpty()))
                .hasSize(1);
        assertThat(checks()).isEqualTo(1);
    }

    @Test
    void makesOneBundleToo() {
        var bundle = "{\"name\":\"mine\",\"patches\":[2,1]}";

        var first = desk.post("/api/bundles/", Desk.JOE, bundle, "b");
        var again = desk.post("/api/bundles/", Desk.JOE, bundle, "b");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void ofABundleThatIsGoneSaysSo() {
        var bundle = "{\"name\":\"mine\",\"patches\":[2,1]}";
        desk.post("/api/bundles/", Desk.JOE, bundle, "b");
        desk.send("DELETE", "/api/bundles/1/", Desk.JOE, "");

        var again = desk.post("/api/bundles/", Desk.JOE, bundle, "b");

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("is gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void withAKeyThatIsNoneIsRefused(int length) {
        var key = "\"" + "k".repeat(length) + "\"";

        var answer = desk.post(CHECKS, Desk.MAUD, CHECK, key);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Idempotency-Key: expected 1 to 255 characters");
    }

    private long checks() {
        return desk.get(CHECKS).body().split("\"id\":\\d+,\"url\":\"[^\"]*/checks/", -1).length - 1;
    }
}
