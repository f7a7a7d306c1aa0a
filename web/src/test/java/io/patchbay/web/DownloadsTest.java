package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;

class DownloadsTest extends SiteTest {

    @Test
    void aPatchIsAFileForGit() {
        site.patch("[PATCH v2,1/2] one: <two>", "1@example.com");

        var mbox = site.get("/project/demo/patch/1@example.com/mbox/");
        var raw = site.get("/project/demo/patch/1@example.com/raw/");

        assertThat(header(mbox, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(mbox, "Content-Disposition"))
                .isEqualTo("attachment; filename=v2-1-2-one-two.patch");
        assertThat(mbox.body()).startsWith("From patchwork Tue Apr  7 07:32:49 2026\n");
        assertThat(header(raw, "Content-Type")).isEqualTo("text/x-patch");
        assertThat(header(raw, "Content-Disposition"))
                .isEqualTo("attachment; filename=v2-1-2-one-two.diff");
        assertThat(raw.body()).startsWith("diff --git a/a.c b/a.c\n").endsWith("+three\n");
    }

    @Test
    void trailersOfCommentsAreInTheMbox() {
        site.patch("[PATCH] one", "1@example.com");
        site.reply(
                "1@example.com",
                "2@example.com",
                "Rev <rev@example.com>",
                "Acked-by: Rev <rev@example.com>\n");

        assertThat(site.get("/project/demo/patch/1@example.com/mbox/").body())
                .contains(
                        "Signed-off-by: Pat <pat@example.com>\n"
                                + "Acked-by: Rev <rev@example.com>\n\ndiff --git ");
    }

    @ParameterizedTest
    @CsvSource({"?series=*, 200, 2", "?series=1, 200, 2", "?series=, 200, 1", "'', 200, 1"})
    void thePatchesBeforeItComeFirst(String query, int status, int mails) {
        site.patch("[PATCH 1/3] one", "1@example.com");
        site.patch("[PATCH 2/3] two", "2@example.com");
        site.patch("[PATCH 3/3] three", "3@example.com");

        var answer = site.get("/project/demo/patch/2@example.com/mbox/" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().split("(?m)^From patchwork ")).hasSize(mails + 1);
        assertThat(answer.body()).contains("Subject: [PATCH 2/3] two");
    }

    @ParameterizedTest
    @CsvSource({"2", "x", "-1"})
    void aSeriesThatIsNotThePatchsIsNotFound(String series) {
        site.patch("[PATCH] one", "1@example.com");

        assertThat(
                        site.get("/project/demo/patch/1@example.com/mbox/?series=" + series)
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSeriesIsOneFileInTheOrderOfItsNumbers() {
        site.cover("[PATCH 0/2] both", "0@example.com");
        site.patchBelow("0@example.com", "[PATCH 2/2] two", "2@example.com");
        site.patchBelow("0@example.com", "[PATCH 1/2] one", "1@example.com");

        var series = site.get("/series/1/mbox/");
        var cover = site.get("/project/demo/cover/0@example.com/mbox/");

        assertThat(header(series, "Content-Disposition"))
                .isEqualTo("attachment; filename=both.patch");
        assertThat(series.body().indexOf("Subject: [PATCH 1/2]"))
                .isPositive()
                .isLessThan(series.body().indexOf("Subject: [PATCH 2/2]"));
        assertThat(series.body()).doesNotContain("[PATCH 0/2]");
        assertThat(header(cover, "Content-Disposition"))
                .isEqualTo("attachment; filename=0-2-both.mbox");
        assertThat(header(cover, "Content-Type")).isEqualTo("text/plain");
        assertThat(cover.body()).contains("Subject: [PATCH 0/2] both");
    }

    @Test
    void anUnknownSeriesIsNotFound() {
        assertThat(site.get("/series/9/mbox/").statusCode()).isEqualTo(404);
    }

    @Test
    void pwclientFindsItsSettings() {
        var file = site.get("/project/demo/pwclientrc/");

        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=.pwclientrc");
        assertThat(file.body())
                .contains("[demo]\nbackend = rest\nurl = http://example.com/api/\n")
                .doesNotContain("username");

        site.signIn(TestSite.JOE);

        assertThat(site.get("/project/demo/pwclientrc/").body())
                .contains("\nusername = joe\npassword = ");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
