package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Two series compared, from the page of one of them, as people do. */
final class ComparisonInABrowserTest {

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

    @Test
    void theNumberOfAnotherSeriesLeadsToWhatChanged() throws Exception {
        browser.visit(served.url() + "/project/harbor/list/?series=2");

        browser.follow(
                """
                const form = document.querySelector("form.compare");
                form.elements.from.value = "1";
                form.querySelector("button").click();
                """);

        assertThat(browser.run("location.pathname")).isEqualTo("/series/1/diff/2/");
        assertThat(browser.run("document.querySelector('h1').innerText")).contains("what changed");
        assertThat(browser.run("String(document.querySelectorAll('.pairs tbody tr').length)"))
                .isNotEqualTo("0");
        assertThat(browser.run("String(document.documentElement.scrollWidth <= window.innerWidth)"))
                .isEqualTo("true");

        browser.follow("document.querySelector('[href*=interdiff]').click()");
        assertThat(browser.run("location.search")).isEqualTo("?view=interdiff");
        assertThat(browser.run("document.querySelector('.button[aria-current]').innerText"))
                .isEqualTo("Interdiff");
        assertThat(browser.complaints()).isEmpty();
    }
}
