package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.Map;

class SignInTest extends SiteTest {

    @Test
    void theRightPasswordOpensASession() {
        var answer = signIn("joe", TestSite.passwordOf(TestSite.JOE), "/user/bundles/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestSite.location(answer)).isEqualTo("/user/bundles/");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("sessionid=")
                .contains("HttpOnly");
    }

    @Test
    void aWrongPasswordIsSaid() {
        var answer = signIn("joe", "wrong", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"errors\"").contains("value=\"joe\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/",
                "//evil.example.com/",
                "/\\evil.example.com/",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                ""
            })
    void theWayOnNeverLeadsElsewhere(String next) {
        var answer = signIn("joe", TestSite.passwordOf(TestSite.JOE), next);

        assertThat(TestSite.location(answer)).isEqualTo("/user/");
    }

    @Test
    void thePageIsNotKept() {
        var page = site.get("/user/login/?next=/user/%22%3E");

        assertThat(page.body()).contains("name=\"next\" value=\"/user/&#34;>\"");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void signingOutEndsTheSession() {
        site.signIn(TestSite.JOE);

        var answer = site.post("/user/logout/", Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(site.get("/user/").statusCode()).isEqualTo(302);
    }

    @Test
    void aLinkCannotSignAnybodyOut() {
        site.signIn(TestSite.JOE);

        assertThat(site.get("/user/logout/").statusCode()).isEqualTo(405);
        assertThat(site.get("/user/").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signIn(String username, String password, String next) {
        return site.post(
                "/user/login/", Map.of("username", username, "password", password, "next", next));
    }
}
