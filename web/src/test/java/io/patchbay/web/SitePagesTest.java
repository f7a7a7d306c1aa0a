package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.web.account.Autocomplete;
import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.regex.Pattern;

class SitePagesTest extends SiteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/about/",
                "/project/demo/",
                "/project/demo/list/",
                "/user/login/",
                "/nothing/"
            })
    void everyPageIsWholeAndGuarded(String path) {
        var page = site.get(path);

        assertThat(page.body())
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<a class=\"skip\" href=\"#content\">")
                .contains("<main id=\"content\">")
                .containsOnlyOnce("</html>");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Vary")).hasValue("Cookie");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void theStyleIsKeptForEver() {
        var page = site.get("/about/").body();
        var style = Pattern.compile("/static/patchbay-[0-9a-f]+\\.css").matcher(page);

        assertThat(style.find()).isTrue();
        var answer = site.get(style.group());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(site.get("/static/other.css").statusCode()).isEqualTo(404);
    }

    @Test
    void thePathOfAnErrorIsText() {
        var answer = site.get("/project/%3Cscript%3E/list/");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aProjectTellsOfItself() {
        site.patch("[PATCH] one", "1@example.com");
        var two = site.patch("[PATCH] two", "2@example.com");
        site.edit(two, PatchFields.NONE.archived(true));

        assertThat(site.get("/project/demo/").body())
                .contains("demo@lists.example.org")
                .contains("Mia Maint")
                .contains(">1</a> (+ 1 archived)")
                .contains("https://git.example.org/demo");
    }

    @Test
    void pendingReviewsOfOneProjectAreShownAtOnce() {
        delegate("[PATCH] one", "1@example.com");
        site.signIn(TestSite.MAINT);

        assertThat(TestSite.location(site.get("/user/todo/"))).isEqualTo("/user/todo/demo/");
        assertThat(site.get("/user/todo/demo/?delegate=Nobody").body())
                .contains("patch-row:1")
                .contains("<span class=\"badge\">1</span>");
    }

    @Test
    void whatIsDoneWaitsForNobody() {
        delegate("[PATCH] one", "1@example.com");
        site.signIn(TestSite.MAINT);

        var page =
                site.post(
                                "/user/todo/demo/",
                                Map.of("action", "update", "patch_id:1", "on", "state", "3"))
                        .body();

        assertThat(page).contains("1 patch updated").contains("No patches to display");
        assertThat(site.get("/user/todo/").body()).contains("Nothing waits for you.");
    }

    private void delegate(String subject, String msgid) {
        site.edit(site.patch(subject, msgid), PatchFields.NONE.delegate(TestSite.MAINT.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/submitter/?q=pat | [{\"pk\": 1, \"name\": \"Pat\", \"email\": \"pat@example.com\"}]",
                "/submitter/?q=pa | ''",
                "/submitter/?q=nobody | []",
                "/delegate/?q=main&l=5 | [{\"pk\": 1, \"name\": \"maint\"}]",
                "/delegate/?q=main&l=0 | []",
                "/delegate/ | ''"
            })
    void namesAreProposed(String path, String json) {
        site.patch("[PATCH] one", "1@example.com");

        var answer = site.get(path);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(json);
    }

    @Test
    void namesAreWrittenInAscii() {
        assertThat(Autocomplete.quoted("ü \"\\\n\u0001"))
                .isEqualTo("\"\\u00fc \\\"\\\\\\n\\u0001\"");
        assertThat(Autocomplete.quoted(null)).isEqualTo("null");
    }

    @Test
    void aSiteWithSeveralProjectsListsThem() {
        site.store.write(writing -> {
            writing.imports().project(TestSite.project(2, "other"), Completeness.WHOLE);
            return true;
        });

        assertThat(site.get("/").body()).contains("Project demo").contains("Project other");
    }
}
