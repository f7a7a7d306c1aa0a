package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The pages for people (rest-api §11). */
final class BrowsablePageTest extends DeskTest {

    @Test
    void contentIsEscapedAndAddressesAreLinks() {
        var page = desk.get("/api/patches/1/?format=api").body();

        assertThat(page)
                .contains(
                        "Say &lt;why&gt; &amp; \\&quot;how\\&quot;, see <a href=\"http://example.org/a\"")
                .contains("<a href=\"mailto:ann@example.org\" rel=\"nofollow\">ann@example.org</a>")
                .doesNotContain("<why>");
    }

    @Test
    void formsAreForThoseWhoMay() {
        var anybody = desk.get("/api/patches/1/?format=api").body();
        var maintainer = desk.send("GET", "/api/patches/1/?format=api", Desk.MAUD, "");

        assertThat(anybody).doesNotContain("<textarea", "data-method=\"PUT\"");
        assertThat(maintainer.body())
                .contains("<textarea", "data-method=\"PUT\"", "data-method=\"PATCH\"")
                .contains("value=\"under-review\"");
        assertThat(maintainer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("csrftoken=");
    }

    @Test
    void aListOffersFiltersOrdersAndPages() {
        var page = desk.get("/api/patches/?format=api&per_page=1&state=new").body();

        assertThat(page)
                .contains("<summary>Filters</summary>", "Date is less than", "name=\"q\"")
                .contains("date - descending")
                .contains("GET /api/patches/?format=api&amp;per_page=1&amp;state=new")
                .contains("rel=&quot;next&quot;");
    }

    @Test
    void eventsKeepTheirFiltersToThemselves() {
        assertThat(desk.get("/api/events/?format=api").body()).doesNotContain("Date is less than");
    }

    @Test
    void theWayBackKeepsTheFormat() {
        assertThat(desk.get("/api/1.1/patches/1/checks/?format=api").body())
                .contains("<a href=\"/api/1.1/?format=api\">Index</a>")
                .contains("<a href=\"/api/1.1/patches/?format=api\">Patch List</a>")
                .contains("<a href=\"/api/1.1/patches/1/?format=api\">Patch Detail</a>");
    }

    @Test
    void anErrorIsAPageToo() {
        var answer = desk.get("/api/patches/99/?format=api");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("HTTP 404 Not Found", "No Patch matches");
    }

    @Test
    void nothingForeignIsLoaded() {
        var answer = desk.get("/api/patches/?format=api");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain("src=\"http", "<style", "onclick");
    }
}
