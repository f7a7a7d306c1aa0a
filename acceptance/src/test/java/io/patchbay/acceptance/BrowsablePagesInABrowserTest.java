package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The API's pages for people, used as people do. */
final class BrowsablePagesInABrowserTest {

    @TempDir Path folder;
    private ServedCorpus served;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        var chromium = ClientHome.program("chromium");
        assumeTrue(
                chromium != null,
                "SKIPPED: there is no browser; 'apt install chromium' brings one");
        served = ServedCorpus.in(folder.resolve("data"));
        browser = Browser.open(Path.of(String.valueOf(chromium)), folder.resolve("profile"));
    }

    @AfterEach
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (served != null) {
            served.close();
        }
    }

    private void signIn() throws Exception {
        browser.visit(served.url() + "/user/login/");
        browser.follow(
                """
                const form = document.querySelector("form:has([name=password])");
                form.elements.username.value = "ann";
                form.elements.password.value = "%s";
                form.querySelector("button").click();
                """
                        .formatted(ServedCorpus.passwordOf("ann")));
    }

    @Test
    void aListIsFilteredAndPaged() throws Exception {
        browser.visit(served.url() + "/api/patches/?per_page=5");
        assertThat(browser.run("document.title")).startsWith("Patch List");

        browser.follow("[...document.querySelectorAll('.pages a')].at(-1).click()");
        assertThat(browser.run("location.search")).contains("page=").contains("per_page=5");

        browser.run("document.querySelector('.filters summary').click()");
        browser.follow(
                """
                const form = document.querySelector(".filters form");
                form.elements.q.value = "tide";
                form.querySelector("button:not([type=button])").click();
                """);
        assertThat(browser.run("location.search")).contains("q=tide").doesNotContain("hash=");
        assertThat(browser.run("document.querySelector('.response').innerText"))
                .contains("HTTP 200 OK", "know the tide");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMaintainerPostsACheck() throws Exception {
        signIn();
        long patch = served.patch("009").id();
        browser.visit(served.url() + "/api/patches/" + patch + "/checks/");

        browser.run(
                """
                const form = document.querySelector(".edit form");
                form.elements.state.value = "warning";
                form.elements.context.value = "by-hand";
                form.elements.description.value = "Größe & <Form>";
                form.querySelector("button[data-method=POST]").click();
                """);
        browser.await("document.body.innerText.includes('HTTP 201 Created')");

        assertThat(browser.run("document.querySelector('.response').innerText"))
                .contains("\"context\": \"by-hand\"", "Größe & <Form>");
        var checks = served.store().read(reading -> reading.checks().latest(patch));
        assertThat(checks).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMaintainerChangesAPatch() throws Exception {
        signIn();
        long patch = served.patch("011").id();
        browser.visit(served.url() + "/api/patches/" + patch + "/");

        browser.run(
                """
                const form = document.querySelector(".edit form");
                form.elements.state.value = "accepted";
                form.querySelector("button[data-method=PUT]").click();
                """);
        browser.await("document.body.innerText.includes('\"state\": \"accepted\"')");
        assertThat(served.stateOf(patch)).isEqualTo("accepted");

        browser.run(
                """
                const raw = document.querySelector("[data-content]").closest("form");
                raw.querySelector("[data-content]").value = '{"state": "rfc"}';
                raw.querySelector("button[data-method=PATCH]").click();
                """);
        browser.await("document.body.innerText.includes('\"state\": \"rfc\"')");
        assertThat(served.stateOf(patch)).isEqualTo("rfc");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aVisitorIsOfferedNoForms() throws Exception {
        browser.visit(served.url() + "/api/patches/" + served.patch("009").id() + "/");

        assertThat(browser.run("document.querySelectorAll('.edit, textarea').length"))
                .isEqualTo("0");
    }
}
