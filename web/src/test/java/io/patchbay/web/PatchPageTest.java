package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;

import java.util.Map;

class PatchPageTest extends SiteTest {

    @Test
    void thePageShowsTheMailItsSeriesAndItsDiff() {
        site.patch("[PATCH v2 1/2] Mend <it>", "one/1@example.com");
        site.patch("[PATCH v2 2/2] And <that>", "two@example.com");

        var page = site.get("/project/demo/patch/one%252F1@example.com/").body();

        assertThat(page)
                .contains("<h1>[v2,1/2] Mend &lt;it&gt;</h1>")
                .contains("one/1@example.com</code>")
                .contains("https://lists.example.org/demo/one/1@example.com")
                .contains("<time datetime=\"2026-04-07T07:32:49Z\">April 7, 2026, 7:32 a.m. UTC<")
                .contains("<span class=\"trailer\">Signed-off-by: Pat &lt;pat@example.com&gt;")
                .contains("<strong aria-current=\"page\">[v2,1/2] Mend &lt;it&gt;</strong>")
                .contains("<a href=\"/project/demo/patch/two@example.com/\">")
                .contains("<span class=\"del\">-two\n</span><span class=\"add\">+three\n</span>")
                .contains("List-Id: &lt;demo.lists.example.org&gt;");
    }

    @Test
    void aSlashMayBeEscapedOnceOrTwice() {
        site.patch("[PATCH] one", "a/b@example.com");

        assertThat(site.get("/project/demo/patch/a%252Fb@example.com/").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/project/demo/patch/a%2Fb@example.com/").statusCode()).isEqualTo(200);
        assertThat(site.get("/project/demo/patch/a%252Fb@example.com/mbox/").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/project/demo/patch/a%2Fb@example.com/raw/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void commentsAreNumberedAndCanBeLinkedTo() {
        site.patch("[PATCH] one", "1@example.com");
        site.reply("1@example.com", "2@example.com", "Rev <rev@example.com>", "> two\n<b>no</b>\n");

        var page = site.get("/project/demo/patch/1@example.com/").body();

        assertThat(page)
                .contains("<article class=\"mail\" id=\"1\">")
                .contains("<a class=\"number\" href=\"#1\">#1</a>")
                .contains("<span class=\"quote\">&gt; two\n</span>&lt;b&gt;no&lt;/b&gt;");
    }

    @Test
    void aMaintainerChangesTheState() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.MAINT);

        var page =
                post(Map.of("action", "update", "state", "2", "delegate", "1", "archived", "on"));

        assertThat(page).contains("<li class=\"success\">Patch updated</li>");
        assertThat(site.again(patch).state().name()).isEqualTo("Under Review");
        assertThat(site.again(patch).delegate()).isEqualTo(TestSite.MAINT);
        assertThat(site.again(patch).archived()).isTrue();
    }

    @Test
    void aStateThatIsNoneChangesNothing() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.MAINT);

        var page = post(Map.of("action", "update", "state", "*", "delegate", ""));

        assertThat(page).contains("The submitted form data was invalid");
        assertThat(site.again(patch)).isEqualTo(patch);
    }

    @Test
    void othersMayNotChangeTheState() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.JOE);

        var answer =
                site.post(
                        "/project/demo/patch/1@example.com/",
                        Map.of("action", "update", "state", "2", "delegate", ""));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(site.again(patch)).isEqualTo(patch);
        assertThat(site.get("/project/demo/patch/1@example.com/").body())
                .doesNotContain("name=\"archived\"");
    }

    @Test
    void aCommentIsMarkedAsInNeedOfActionAndThenAsAddressed() {
        site.patch("[PATCH] one", "1@example.com");
        site.reply("1@example.com", "2@example.com", "Rev <rev@example.com>", "Why?\n");
        site.signIn(TestSite.MAINT);

        var asked = post(Map.of("action", "address", "comment_id", "1", "addressed", "false"));
        var answered = post(Map.of("action", "address", "comment_id", "1", "addressed", "true"));

        assertThat(asked).contains("1 comment updated").contains(">Unaddressed<");
        assertThat(answered).contains(">Addressed<").contains(">Mark Unaddressed<");
    }

    @Test
    void othersMayNotMarkAComment() {
        site.patch("[PATCH] one", "1@example.com");
        site.reply("1@example.com", "2@example.com", "Rev <rev@example.com>", "Why?\n");
        site.signIn(TestSite.JOE);

        var answer =
                site.post(
                        "/project/demo/patch/1@example.com/",
                        Map.of("action", "address", "comment_id", "1", "addressed", "true"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theAddressOfACoverLetterLeadsToItsPage() {
        site.cover("[PATCH 0/2] both", "0/c@example.com");

        var answer = site.get("/project/demo/patch/0%252Fc@example.com/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestSite.location(answer)).isEqualTo("/project/demo/cover/0%252Fc@example.com/");
        assertThat(site.get("/project/demo/cover/0%252Fc@example.com/").body())
                .contains("<h1>[0/2] both</h1>");
    }

    @Test
    void theAddressOfAPatchLeadsToItsPage() {
        site.patch("[PATCH] one", "1@example.com");

        assertThat(TestSite.location(site.get("/project/demo/cover/1@example.com/")))
                .isEqualTo("/project/demo/patch/1@example.com/");
    }

    @Test
    void aCoverLettersCommentsAreShown() {
        site.cover("[PATCH 0/2] both", "0@example.com");
        site.reply("0@example.com", "2@example.com", "Rev <rev@example.com>", "Nice.\n");

        assertThat(site.get("/project/demo/cover/0@example.com/").body()).contains("Nice.");
    }

    @Test
    void anUnknownMailIsNotFound() {
        assertThat(site.get("/project/demo/patch/x@example.com/").statusCode()).isEqualTo(404);
        assertThat(site.get("/project/demo/cover/x@example.com/").statusCode()).isEqualTo(404);
    }

    private String post(Map<String, String> fields) {
        return site.post("/project/demo/patch/1@example.com/", fields).body();
    }
}
