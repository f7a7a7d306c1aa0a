package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.regex.Pattern;

class ProfileTest extends SiteTest {

    @Test
    void aTokenIsShownOnceAndWorks() {
        site.signIn(TestSite.JOE);

        var answer = site.post("/user/generate-token/", Map.of("label", "ci"));
        var cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        var matcher = Pattern.compile("newtoken=([0-9a-f]{40});").matcher(cookie);

        assertThat(TestSite.location(answer)).isEqualTo("/user/");
        assertThat(matcher.find()).isTrue();
        assertThat(isToken(matcher.group(1))).isTrue();
        assertThat(site.get("/user/").body())
                .contains("<td>ci</td>")
                .doesNotContain("Your new token");
        site.addCookie("newtoken=" + matcher.group(1));
        assertThat(site.get("/user/").body()).contains("<code>" + matcher.group(1) + "</code>");
    }

    @Test
    void aLinkCannotMakeAToken() {
        site.signIn(TestSite.JOE);

        assertThat(site.get("/user/generate-token/").statusCode()).isEqualTo(405);
    }

    @Test
    void aTokenIsRevoked() {
        var key = addToken(TestSite.JOE);
        site.signIn(TestSite.JOE);

        var page = site.post("/user/", Map.of("token_id", "1")).body();

        assertThat(page).contains("Token revoked");
        assertThat(isToken(key)).isFalse();
    }

    @Test
    void nobodyRevokesTheTokenOfAnother() {
        var key = addToken(TestSite.JOE);
        site.signIn(TestSite.MAINT);

        site.post("/user/", Map.of("token_id", "1"));

        assertThat(isToken(key)).isTrue();
    }

    @Test
    void settingsAreKept() {
        site.signIn(TestSite.JOE);

        var page =
                site.post(
                                "/user/",
                                Map.of(
                                        "first_name", "Joe",
                                        "last_name", "Doe",
                                        "items_per_page", "7",
                                        "show_ids", "on"))
                        .body();

        assertThat(page).contains("Settings saved").contains("<h1>Joe Doe</h1>");
        var settings = site.store.read(reading -> reading.users().settings(TestSite.JOE.id()));
        assertThat(settings.itemsPerPage()).isEqualTo(7);
        assertThat(settings.showIds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "100000"})
    void aPageOfNoSizeIsRefused(String items) {
        site.signIn(TestSite.JOE);

        assertThat(site.post("/user/", Map.of("items_per_page", items)).body())
                .contains("A page can have 1 to 1000 patches");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        site.signIn(TestSite.JOE);

        var longest = saveName("x".repeat(150));
        var tooLong = saveName("y".repeat(151));

        assertThat(longest).contains("Settings saved").contains("maxlength=\"150\"");
        assertThat(tooLong).contains("<li class=\"error\">A name can have 150 characters</li>");
        assertThat(site.get("/user/").body()).contains("xxx").doesNotContain("yyy");
    }

    private String saveName(String name) {
        return site.post("/user/", Map.of("first_name", name, "items_per_page", "7")).body();
    }

    @Test
    void aTokenWithTooLongALabelIsNotMade() {
        site.signIn(TestSite.JOE);

        var answer = site.post("/user/generate-token/", Map.of("label", "x".repeat(51)));

        assertThat(answer.body())
                .contains("label is 51 characters long; the limit is 50")
                .doesNotContain("Revoke token");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("newtoken");
    }

    @Test
    void anotherPasswordReplacesTheOld() {
        site.signIn(TestSite.JOE);
        var old = TestSite.passwordOf(TestSite.JOE);

        var wrong = change("wrong", "new-password", "new-password");
        var unequal = change(old, "new-password", "new-passwort");
        var digits = change(old, "1234567890", "1234567890");
        var done =
                site.post(
                        "/user/password-change/",
                        Map.of(
                                "old_password", old,
                                "new_password1", "new-password",
                                "new_password2", "new-password"));

        assertThat(wrong).contains("id=\"errors\"");
        assertThat(unequal).contains("The two password fields didn't match.");
        assertThat(digits).contains("digits only");
        assertThat(TestSite.location(done)).isEqualTo("/user/password-change/done/");
        assertThat(
                        site.post(
                                        "/user/login/",
                                        Map.of("username", "joe", "password", "new-password"))
                                .statusCode())
                .isEqualTo(302);
    }

    private String change(String old, String first, String second) {
        return site.post(
                        "/user/password-change/",
                        Map.of(
                                "old_password",
                                old,
                                "new_password1",
                                first,
                                "new_password2",
                                second))
                .body();
    }

    @Test
    void anAddressIsUnlinkedButNotThatOfTheAccount() {
        site.patch("[PATCH] one", "1@example.com");
        site.store.write(writing -> {
            writing.accounts().link(TestSite.JOE.id(), "pat@example.com", null);
            writing.accounts().link(TestSite.JOE.id(), TestSite.JOE.email(), null);
            return true;
        });
        site.signIn(TestSite.JOE);

        assertThat(site.get("/user/").body())
                .contains("pat@example.com")
                .contains("action=\"/user/unlink/1/\"")
                .doesNotContain("action=\"/user/unlink/2/\"");
        assertThat(site.post("/user/unlink/2/", Map.of()).statusCode()).isEqualTo(404);
        assertThat(site.post("/user/unlink/1/", Map.of()).statusCode()).isEqualTo(302);
        assertThat(site.get("/user/").body()).doesNotContain("pat@example.com");
    }

    @Test
    void nobodyUnlinksTheAddressOfAnother() {
        site.patch("[PATCH] one", "1@example.com");
        site.store.write(writing -> {
            writing.accounts().link(TestSite.JOE.id(), "pat@example.com", null);
            return true;
        });
        site.signIn(TestSite.MAINT);

        assertThat(site.post("/user/unlink/1/", Map.of()).statusCode()).isEqualTo(404);
    }

    private boolean isToken(String key) {
        return site.store.read(reading -> reading.users().ofToken(key).isPresent());
    }

    private String addToken(User user) {
        return site.store.write(
                writing -> writing.accounts().addToken(user.id(), NewToken.full("old", null)));
    }
}
