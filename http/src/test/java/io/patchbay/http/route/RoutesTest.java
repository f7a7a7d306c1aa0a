package io.patchbay.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.http.Served;
import io.patchbay.http.message.Response;

import org.junit.jupiter.api.Test;

import java.io.IOException;

final class RoutesTest {

    private final Routes routes =
            new Routes()
                    .get("/a/", _ -> Response.text(200, "a"))
                    .get("/a/fixed/", _ -> Response.text(200, "fixed"))
                    .get("/a/{id:number}/", request -> text("number " + request.number("id")))
                    .get("/a/{name}/", request -> text("name " + request.segment("name")))
                    .get("/a/{name}/b/", request -> text("b of " + request.segment("name")))
                    .get("/files/{rest*}", request -> text("file " + request.segment("rest")));

    private static Response text(String text) {
        return Response.text(200, text);
    }

    private String get(String path) throws IOException {
        try (var served = Served.with(routes)) {
            var answer = served.get(path);
            return answer.status() == 200 ? answer.body() : Integer.toString(answer.status());
        }
    }

    @Test
    void fixedTextGoesBeforeNumbersAndNumbersBeforeNames() throws IOException {
        assertThat(get("/a/fixed/")).isEqualTo("fixed");
        assertThat(get("/a/12/")).isEqualTo("number 12");
        assertThat(get("/a/12x/")).isEqualTo("name 12x");
    }

    @Test
    void aPathThatGoesOnIsMatchedByTheNameIfTheFixedTextDoesNot() throws IOException {
        assertThat(get("/a/fixed/b/")).isEqualTo("b of fixed");
        assertThat(get("/a/12/b/")).isEqualTo("b of 12");
    }

    @Test
    void anEmptySegmentIsNoName() throws IOException {
        assertThat(get("/a//")).isEqualTo("404");
    }

    @Test
    void theRestOfAPathMayHaveSlashes() throws IOException {
        assertThat(get("/files/x/y%20z")).isEqualTo("file x/y z");
    }

    @Test
    void aNumberTooLargeForAnIdIsNone() throws IOException {
        assertThat(get("/a/99999999999999999999/")).isEqualTo("number -1");
    }

    @Test
    void aRouteCannotBeTakenTwice() {
        assertThatThrownBy(() -> routes.get("/a/", _ -> Response.empty(200)))
                .hasMessage("GET /a/ is already routed");
    }

    @Test
    void aSegmentHasOneName() {
        assertThatThrownBy(() -> routes.get("/a/{other}/c/", _ -> Response.empty(200)))
                .hasMessageContaining("{name} and {other}");
    }
}
