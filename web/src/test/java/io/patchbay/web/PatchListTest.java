package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class PatchListTest {

    @TempDir private Path folder;

    private TestSite site;

    @BeforeEach
    void open() throws IOException {
        site = TestSite.open(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theOnlyProjectIsTheFirstPage() {
        var answer = site.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestSite.location(answer)).isEqualTo("/project/demo/list/");
    }

    @Test
    void aPatchIsListedWithItsSeriesAndSubmitter() {
        var patch = site.patch("[PATCH v2 1/2] Mend <it>", "one/1@example.com");

        var page = site.get("/project/demo/list/").body();

        assertThat(page)
                .contains("id=\"patch-row:" + patch.id() + "\"")
                .contains(
                        "<a href=\"/project/demo/patch/one%252F1@example.com/\">"
                                + "[v2,1/2] Mend &lt;it&gt;</a>")
                .contains("<a href=\"/project/demo/list/?series=1\">")
                .contains("<a href=\"/project/demo/list/?submitter=1\">Pat</a>")
                .contains("<time>2026-04-07</time>")
                .contains("1 patch<");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(site.get("/project/demo/list/").body()).contains("No patches to display");
    }

    @Test
    void anUnknownProjectIsNotFound() {
        var answer = site.get("/project/other/list/");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/project/other/list/");
    }
}
