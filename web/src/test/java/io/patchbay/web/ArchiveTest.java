package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The mails as they came, at the addresses that b4 asks (archive §1.5, §2.1). */
class ArchiveTest extends SiteTest {

    private static final String FROM = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

    @BeforeEach
    void file() {
        site.cover("[PATCH 0/1] both", "c@example.com");
        site.patchBelow("c@example.com", "[PATCH 1/1] one: two", "1/a+b@example.com");
        site.reply(
                "1/a+b@example.com", "r@example.com", "Rev <rev@example.com>", "From here on.\n");
        site.patch("[PATCH] apart", "sp ace@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "/project/demo/patch/1%2Fa+b@example.com/mail/, [PATCH 1/1] one: two, 1-1-one-two.eml",
        "/project/demo/patch/1%252Fa+b@example.com/mail/, [PATCH 1/1] one: two, 1-1-one-two.eml",
        "/project/demo/cover/c@example.com/mail/, [PATCH 0/1] both, 0-1-both.eml",
        "/project/demo/comment/r@example.com/mail/, Re: it, 1-1-one-two.eml"
    })
    void aMailIsServedAsItCame(String path, String subject, String file) {
        var answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=" + file);
        assertThat(answer.body())
                .startsWith("From: ")
                .contains("\nSubject: " + subject + "\n")
                .doesNotContain("mboxrd");
    }

    @ParameterizedTest
    @CsvSource({
        "/patch/1/mail/, /project/demo/patch/1%252Fa+b@example.com/mail/",
        "/cover/1/mail/, /project/demo/cover/c@example.com/mail/",
        "/comment/1/mail/, /project/demo/comment/r@example.com/mail/"
    })
    void anAddressByNumberLeadsThere(String path, String to) {
        assertThat(TestSite.location(site.get(path))).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r@example.com/raw",
                "/r%40example.com/raw",
                "/%3Cr@example.com%3E/raw",
                "/demo/r@example.com/raw",
                "/all/r@example.com/raw"
            })
    void rawIsAnMboxOfOneMail(String path) {
        var answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
        assertThat(answer.body()).startsWith(FROM + "From: Rev").endsWith("\n>From here on.\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1%2Fa%2Bb%40example.com/",
                "/c@example.com/",
                "/demo/1/a+b@example.com/",
                "/all/1%2Fa+b%40example.com/",
            })
    void aThreadIsOneMboxTheOldestMailFirst(String path) throws IOException {
        var mbox = thread(path + "t.mbox.gz");

        assertThat(mbox.split(FROM)).hasSize(4);
        assertThat(mbox.indexOf("[PATCH 0/1]")).isLessThan(mbox.indexOf("[PATCH 1/1]"));
        assertThat(mbox.indexOf("[PATCH 1/1]")).isLessThan(mbox.indexOf("Subject: Re: it"));
        assertThat(mbox).doesNotContain("apart");
    }

    /** Two layers, one of them declared, is what b4 takes; none or the wrong one is not. */
    @Test
    void theMboxIsCompressedByItselfAndNotAgain() {
        var answer = site.get("/c@example.com/t.mbox.gz", "Accept-Encoding", "gzip, deflate");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void b4sPlusIsASpaceWhereNoIdHasAPlus() {
        assertThat(site.get("/all/sp+ace%40example.com/raw").statusCode()).isEqualTo(200);
        assertThat(site.get("/all/sp%20ace%40example.com/raw").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/demo/c%40example.com, 301, /demo/c%40example.com/",
        "/all/c%40example.com, 301, /all/c%40example.com/",
        "/c%40example.com, 302, /demo/c@example.com/",
        "/c@example.com/, 302, /demo/c@example.com/",
        "/r/c@example.com, 302, /demo/c@example.com/",
        "/r/1/a+b@example.com, 302, /demo/1%2Fa+b@example.com/",
        "/r/c@example.com/, 302, /demo/c@example.com/"
    })
    void redirectsAreAbsolute(String path, int status, String to) {
        for (var answer : new java.net.http.HttpResponse<?>[] {site.get(path), site.head(path)}) {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Location")).hasValue(site.url() + to);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo/c@example.com/",
                "/all/c@example.com/",
                "/demo/_/text/help/",
                "/all/_/text/help/"
            })
    void thePageIsThere(String path) {
        assertThat(site.head(path).statusCode()).isEqualTo(200);
        assertThat(site.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void thePageOfAMailShowsItsThread() {
        var page = site.get("/demo/1%2Fa+b@example.com/").body();

        assertThat(page)
                .contains("href=\"/demo/1%2Fa+b@example.com/t.mbox.gz\"")
                .contains("href=\"/patch/1/\"")
                .contains("href=\"/demo/c@example.com/\"")
                .contains("href=\"/demo/r@example.com/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nobody@example.com",
                "/nobody@example.com/",
                "/nobody@example.com/raw",
                "/nobody@example.com/t.mbox.gz",
                "/demo/nobody@example.com",
                "/all/nobody@example.com/t.mbox.gz",
                "/other/c@example.com",
                "/other/c@example.com/raw",
                "/other/c@example.com/t.mbox.gz",
                "/other/_/text/help/",
                "/r/nobody@example.com",
                "/project/demo/patch/c@example.com/mail/",
                "/project/demo/comment/c@example.com/mail/",
                "/demo/",
                "/demo",
                "/raw",
                "/t.mbox.gz",
                "//raw",
                "/@",
                "/@/"
            })
    void whatIsUnknownIsNotFound(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
        assertThat(site.head(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatWasThereBeforeStaysWhatItIs() {
        assertThat(TestSite.location(site.get("/project/demo/list")))
                .isEqualTo("/project/demo/list/");
        assertThat(TestSite.location(site.get("/patch/1/raw/")))
                .isEqualTo("/project/demo/patch/1%252Fa+b@example.com/raw/");
        assertThat(site.get("/project/demo/patch/1%252Fa+b@example.com/raw/").body())
                .startsWith("diff --git");
    }

    @Test
    void nobodyWritesThere() {
        assertThat(site.post("/c@example.com/raw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(site.post("/demo/?x=m&q=x", Map.of()).statusCode()).isEqualTo(404);
    }

    private String thread(String path) throws IOException {
        var answer = site.bytes(path);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer))) {
            return new String(unpacked.readAllBytes(), UTF_8);
        }
    }
}
