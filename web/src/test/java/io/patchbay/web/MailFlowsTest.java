package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

class MailFlowsTest extends SiteTest {

    private static final Pattern LINK = Pattern.compile("http://example\\.com(/\\S+)");

    @Test
    void whoRegistersCanSignInOnceTheAddressIsConfirmed() {
        var asked = site.post("/register/", registration(Map.of()));
        var tooEarly = signIn("pat", "a-password");
        var confirmed = site.get(linkMailedTo("pat@example.com"));
        var signedIn = signIn("pat", "a-password");

        assertThat(asked.body()).contains("pat@example.com");
        assertThat(site.sent.getFirst().subject()).isEqualTo("Patchwork account confirmation");
        assertThat(tooEarly.statusCode()).isEqualTo(200);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(signedIn.statusCode()).isEqualTo(302);
    }

    @Test
    void whatANewUserWroteBeforeIsHisAndKeepsItsName() {
        site.patch("[PATCH] one", "1@example.com");
        site.post("/register/", registration(Map.of("first_name", "Patricia")));

        site.get(linkMailedTo("pat@example.com"));

        var person = site.store.read(reading -> reading.people().withId(1)).orElseThrow();
        assertThat(person.userId()).isEqualTo(3);
        assertThat(person.name()).isEqualTo("Pat");
    }

    @ParameterizedTest
    @CsvSource({
        "username, JOE, This username is already taken. Please choose another.",
        "username, a b, Enter a valid value.",
        "username, '', Enter a valid value.",
        "email, Joe@Example.org, This email address is already in use for the account \"joe\".",
        "email, nobody, Enter a valid email address.",
        "email, 'a@example.com,b@example.com', Enter a valid email address.",
        "password, short, A password has at least 8 characters.",
        "email, a@b@example.com, Enter a valid email address.",
        "email, '', Enter a valid email address."
    })
    void aRegistrationThatCannotBeIsRefused(String field, String value, String message) {
        var page = site.post("/register/", registration(Map.of(field, value)));

        assertThat(page.body()).contains(message);
        assertThat(site.sent).isEmpty();
        boolean made = site.store.read(reading -> reading.users().withId(3).isPresent());
        assertThat(made).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "username, 151, Enter a valid value.",
        "first_name, 151, A name can have 150 characters.",
        "last_name, 151, A name can have 150 characters."
    })
    void aRegistrationThatIsTooLongIsRefused(String field, int length, String message) {
        var page = site.post("/register/", registration(Map.of(field, "x".repeat(length))));

        assertThat(page.body()).contains(message);
        assertThat(site.sent).isEmpty();
    }

    @Test
    void theFormTellsTheLimits() {
        assertThat(site.get("/register/").body())
                .contains("name=\"first_name\" value=\"\" maxlength=\"150\"")
                .contains("name=\"username\" value=\"\" maxlength=\"150\"")
                .contains("type=\"email\" value=\"\" maxlength=\"254\"")
                .contains("minlength=\"8\"");
    }

    @Test
    void aLinkWorksOnce() {
        site.post("/register/", registration(Map.of()));
        var link = linkMailedTo("pat@example.com");

        var first = site.get(link).body();
        var second = site.get(link).body();

        assertThat(first).contains("<h1>Confirmed</h1>");
        assertThat(second).contains("<h1>Already done</h1>");
    }

    @Test
    void aLinkIsForgottenAfterAWeek() {
        site.post("/register/", registration(Map.of()));
        site.later = Duration.ofDays(8);

        var page = site.get(linkMailedTo("pat@example.com"));

        assertThat(page.body()).contains("<h1>Too late</h1>");
        assertThat(signIn("pat", "a-password").statusCode()).isEqualTo(200);
    }

    @Test
    void anInventedLinkIsNotFound() {
        assertThat(site.get("/confirm/" + "0".repeat(40) + "/").statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressIsLinkedByItsReader() {
        site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.MAINT);
        site.post("/user/link/", Map.of("email", "pat@example.com"));
        var link = linkMailedTo("pat@example.com");

        site.signOut();
        var stranger = site.get(link);
        site.signIn(TestSite.JOE);
        var other = site.get(link);
        site.signIn(TestSite.MAINT);
        var owner = site.get(link);

        assertThat(TestSite.location(stranger)).startsWith("/user/login/?next=/confirm/");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(owner.statusCode()).isEqualTo(200);
        var person = site.store.read(reading -> reading.people().withId(1)).orElseThrow();
        assertThat(person.userId()).isEqualTo(TestSite.MAINT.id());
        assertThat(person.name()).isEqualTo("Mia Maint");
    }

    @Test
    void anAddressOptsOutAndInAgain() {
        var before = look("Pat@example.com");
        site.post("/mail/optout/", Map.of("email", "Pat@example.com"));
        site.get(linkMailedTo("Pat@example.com"));
        var out = look("pat@example.com");
        site.post("/mail/optin/", Map.of("email", "pat@example.com"));
        site.get(linkMailedTo("pat@example.com"));
        var after = look("pat@example.com");

        assertThat(before).contains("may get mail").contains("action=\"/mail/optout/\"");
        assertThat(out).contains("gets no mail").contains("action=\"/mail/optin/\"");
        assertThat(after).contains("may get mail");
    }

    @Test
    void whoHasNotOptedOutCannotOptIn() {
        var page = site.post("/mail/optin/", Map.of("email", "pat@example.com")).body();

        assertThat(page).contains("The address pat@example.com is not on the list");
        assertThat(site.sent).isEmpty();
    }

    @Test
    void aForgottenPasswordIsReplaced() {
        site.post("/user/password-reset/", Map.of("email", "JOE@example.org"));
        var link = linkMailedTo("joe@example.org");

        var weak = site.post(link, Map.of("new_password1", "short", "new_password2", "short"));
        var form = Map.of("new_password1", "better-one", "new_password2", "better-one");
        var done = site.post(link, form);

        assertThat(site.get("/user/password-reset/mail-sent/").statusCode()).isEqualTo(200);
        assertThat(weak.body()).contains("id=\"errors\"");
        assertThat(TestSite.location(done)).isEqualTo("/user/login/");
        assertThat(signIn("joe", "better-one").statusCode()).isEqualTo(302);
        assertThat(site.post(link, form).statusCode()).isEqualTo(404);
    }

    @Test
    void theLinkOfOneUserDoesNotServeAnother() {
        site.post("/user/password-reset/", Map.of("email", "joe@example.org"));

        var link = linkMailedTo("joe@example.org").replace("/Mg/", "/MQ/");

        assertThat(link).contains("/MQ/");
        assertThat(site.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownAddressIsNotTold() {
        var answer = site.post("/user/password-reset/", Map.of("email", "x@example.org"));

        assertThat(TestSite.location(answer)).isEqualTo("/user/password-reset/mail-sent/");
        assertThat(site.sent).isEmpty();
    }

    private static Map<String, String> registration(Map<String, String> changes) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "username", "pat",
                                "email", "pat@example.com",
                                "password", "a-password"));
        fields.putAll(changes);
        return fields;
    }

    private String look(String email) {
        return site.post("/mail/", Map.of("email", email)).body();
    }

    private HttpResponse<String> signIn(String username, String password) {
        return site.post("/user/login/", Map.of("username", username, "password", password));
    }

    private String linkMailedTo(String email) {
        var mail = site.sent.getLast();
        assertThat(mail.to()).isEqualTo(email);
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void aSiteThatSendsNoMailSaysSoAndIsNotBroken(@TempDir Path other) throws IOException {
        try (var silent = TestSite.openWithoutMail(other)) {
            var answer = silent.post("/mail/optout/", Map.of("email", "pat@example.com"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("This site sends no mail");
        }
    }
}
