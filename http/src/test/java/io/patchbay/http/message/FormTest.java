package io.patchbay.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.Served;
import io.patchbay.http.route.Routes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Forms as browsers and curl send them. */
final class FormTest {

    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served =
                Served.with(
                        new Routes()
                                .post(
                                        "/",
                                        request -> Response.text(200, request.form().encoded())));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void anUrlencodedFormIsRead() throws IOException {
        var answer =
                served.send(
                        "POST",
                        "/",
                        "state=under+review&archived=true",
                        "Content-Type: application/x-www-form-urlencoded; charset=utf-8");

        assertThat(answer.body()).isEqualTo("state=under+review&archived=true");
    }

    @Test
    void aMultipartFormIsReadWithoutItsFiles() throws IOException {
        var body =
                """
                preamble
                --x-y
                Content-Disposition: form-data; name="state"

                accepted
                --x-y
                content-disposition: form-data; name=note
                Content-Type: text/plain

                two
                lines
                --x-y
                Content-Disposition: form-data; name="file"; filename="a.patch"

                content
                --x-y--
                """
                        .replace("\n", "\r\n");

        var answer =
                served.send(
                        "POST", "/", body, "Content-Type: multipart/form-data; boundary=\"x-y\"");

        assertThat(answer.body()).isEqualTo("state=accepted&note=two%0D%0Alines");
    }

    @Test
    void aMultipartFormThatEndsEarlyHasWhatCameWhole() throws IOException {
        var body = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-";

        var answer =
                served.send("POST", "/", body, "Content-Type: multipart/form-data; boundary=b");

        assertThat(answer.body()).isEqualTo("a=1");
    }

    @Test
    void aPartOfAMultipartFormHasOneName() throws IOException {
        var body =
                "--x\r\n"
                        + "Content-Disposition: form-data; name=a\r\n".repeat(3)
                        + "\r\n1\r\n--x--\r\n";

        var answer =
                served.send("POST", "/", body, "Content-Type: multipart/form-data; boundary=x");

        assertThat(answer.body()).isEqualTo("a=1");
    }

    @Test
    void aMultipartFormWithoutABoundaryIsRefused() throws IOException {
        var answer = served.send("POST", "/", "a", "Content-Type: multipart/form-data");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void whatIsNoFormHasNoFields() throws IOException {
        assertThat(served.send("POST", "/", "a=1", "Content-Type: text/plain").body()).isEmpty();
    }
}
