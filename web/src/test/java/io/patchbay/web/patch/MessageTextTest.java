package io.patchbay.web.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.Rendered;

import org.junit.jupiter.api.Test;

class MessageTextTest {

    @Test
    void quotedLinesAreOneQuote() {
        var html = html("> a\n> b\nc\n");

        assertThat(html).isEqualTo("<span class=\"quote\">&gt; a\n&gt; b\n</span>c\n");
    }

    @Test
    void trailersAreMarked() {
        var html = html("Fix it.\n\nSigned-off-by: A <a@example.com>\nFrom: B\nBy: C\n");

        assertThat(html)
                .isEqualTo(
                        "Fix it.\n\n<span class=\"trailer\">Signed-off-by: A &lt;a@example.com&gt;\n</span>"
                                + "<span class=\"trailer\">From: B\n</span>By: C\n");
    }

    @Test
    void addressesAreLinkedWithoutTheSentencesFullStop() {
        var html = html("See https://example.org/a?b=1&c=2. Or (git://example.org/x.git)\n");

        assertThat(html)
                .isEqualTo(
                        "See <a rel=\"nofollow ugc\" href=\"https://example.org/a?b=1&amp;c=2\">"
                                + "https://example.org/a?b=1&amp;c=2</a>. Or"
                                + " (<a rel=\"nofollow ugc\" href=\"git://example.org/x.git\">"
                                + "git://example.org/x.git</a>)\n");
    }

    @Test
    void otherSchemesAreNoLinks() {
        assertThat(html("javascript://x and ://y and xhttp://z"))
                .isEqualTo("javascript://x and ://y and xhttp://z");
    }

    @Test
    void tagsAreText() {
        assertThat(html("<script>alert(1)</script> http://example.org/\"onclick=\"x"))
                .isEqualTo(
                        "&lt;script&gt;alert(1)&lt;/script&gt;"
                                + " <a rel=\"nofollow ugc\" href=\"http://example.org/\">"
                                + "http://example.org/</a>\"onclick=\"x");
    }

    private static String html(String text) {
        return Rendered.html(new MessageText(text));
    }
}
