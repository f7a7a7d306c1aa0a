package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ComparisonPageTest extends SiteTest {

    private static final String AUTHOR = "Pat <pat@example.com>";

    private long older;
    private long newer;

    @BeforeEach
    void fileTwoVersions() {
        site.cover("[PATCH 0/3] Rudder & <tiller>", "v1.0@example.com");
        patch("v1", "1/3", "keep: the same", "", "keep", "two");
        patch("v1", "2/3", "mend: it <leaks>", "", "mend", "pitch");
        patch("v1", "3/3", "paint: it red", "", "paint", "red");
        site.cover("[PATCH v2 0/3] Rudder & <tiller>", "v2.0@example.com");
        patch("v2", "v2 1/3", "mend: it <leaks>", "No more.\n\n", "mend", "tar");
        patch("v2", "v2 2/3", "keep: the same", "", "keep", "two");
        patch("v2", "v2 3/3", "oars: longer", "", "oars", "long");
        older = series("v1.1/3");
        newer = series("v2.v2 1/3");
    }

    private void patch(
            String version, String marks, String title, String more, String file, String line) {
        site.file(
                TestSite.mail(
                                "[PATCH %s] %s".formatted(marks, title),
                                id(version, marks),
                                AUTHOR,
                                "In-Reply-To: <%s.0@example.com>\n".formatted(version))
                        + """

                        Because.

                        %s---
                        diff --git a/%2$s b/%2$s
                        --- a/%2$s
                        +++ b/%2$s
                        @@ -1,4 +1,9 @@
                         %2$s first
                        -one of %2$s
                        +%3$s of %2$s
                        +then %2$s
                        +next %2$s
                        +also %2$s
                        +even %2$s
                        +last %2$s
                         %2$s third
                         %2$s fourth
                        """
                                .formatted(more, file, line));
    }

    private static String id(String version, String marks) {
        return version + "." + marks.replaceAll("[^0-9]", ".") + "@example.com";
    }

    private long series(String patch) {
        var parts = patch.split("\\.", 2);
        var msgid = "<" + id(parts[0], parts[1]) + ">";
        var found =
                site.store.read(reading -> reading.patches().withMessageId(1, msgid)).orElseThrow();
        return Objects.requireNonNull(found.series()).id();
    }

    private String path() {
        return "/series/%d/diff/%d/".formatted(older, newer);
    }

    @Test
    void theTableTellsWhatBecameOfEachPatch() {
        var page = site.get(path()).body();

        assertThat(page)
                .contains("what changed from v1 to v2")
                .contains("<dd>1 the same, 1 changed, 1 dropped, 1 added, 1 moved</dd>")
                .containsSubsequence(
                        "<tr class=\"changed\" id=\"row-1\">",
                        ">2/3</a>",
                        ">1/3</a>",
                        "<a href=\"#pair-1\">mend: it &lt;leaks&gt;</a>",
                        "message",
                        "<span class=\"added\">+1</span> <span class=\"removed\">−1</span>",
                        "<tr class=\"same\" id=\"row-2\">",
                        "↕ moved",
                        "<tr class=\"dropped\"",
                        "paint: it red",
                        "<tr class=\"extra\"",
                        "oars: longer");
    }

    @Test
    void thePagesOfASeriesTellItsOtherVersions() {
        var changed = "/series/%d/diff/%d/".formatted(older, newer);
        for (var path :
                List.of(
                        "/project/demo/patch/v1.1.3@example.com/",
                        "/project/demo/cover/v1.0@example.com/",
                        "/project/demo/list/?series=" + older)) {
            assertThat(site.get(path).body())
                    .as(path)
                    .containsSubsequence("A newer version was posted on", changed)
                    .containsSubsequence(
                            "<dt>Versions</dt>",
                            "<strong aria-current=\"true\">v1</strong>",
                            "?series=%d\">v2</a>".formatted(newer),
                            "<a href=\"%s\">what changed</a>".formatted(changed));
        }
        assertThat(site.get("/project/demo/patch/" + id("v2", "v2 1/3") + "/").body())
                .doesNotContain("A newer version")
                .containsSubsequence(
                        "?series=%d\">v1</a>".formatted(older),
                        "<a href=\"%s\">what changed</a>".formatted(changed),
                        "<strong aria-current=\"true\">v2</strong>");
    }

    @Test
    void aSeriesWithoutOtherVersionsTellsNothingOfThem() {
        site.patch("[PATCH] oars: all on their own", "lone@example.com");

        assertThat(site.get("/project/demo/patch/lone@example.com/").body())
                .doesNotContain("Versions", "newer version");
    }

    @Test
    void aChangedPatchShowsItsMessageAndTheDiffOfDiffs() {
        assertThat(site.get(path()).body())
                .containsSubsequence(
                        "<section class=\"pair\" id=\"pair-1\">",
                        "<span class=\"new\">+\n+No more.\n</span>",
                        "<span class=\"hunk\">@@ mend\n</span>",
                        "  mend first\n<span class=\"minus\"> -one of mend\n</span>",
                        "<span class=\"old plus\">-+pitch of mend\n</span>"
                                + "<span class=\"new plus\">++tar of mend\n</span>",
                        "<span class=\"plus\"> +then mend")
                .doesNotContain("Metadata", "id=\"pair-2\"");
    }

    @Test
    void theInterdiffTakesThePlaceOfTheDiffOfDiffs() {
        assertThat(site.get(path() + "?view=interdiff").body())
                .contains("id=\"pair-1-file-1\"")
                .contains("<span class=\"del\">-pitch of mend\n</span>")
                .contains("<span class=\"add\">+tar of mend\n</span>")
                .doesNotContain("++tar");
    }

    @Test
    void theTextIsThatOfRangeDiff() {
        var text = site.get("/series/%d/diff/%d.txt".formatted(older, newer));

        assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(text.headers().firstValue("ETag")).isPresent();
        assertThat(text.body().replaceAll("[0-9a-f]{10}", "HASH"))
                .startsWith("2:  HASH ! 1:  HASH mend: it <leaks>\n")
                .contains("\n    -+pitch of mend\n    ++tar of mend\n");
    }

    @Test
    void whatIsTooLongForThePageIsInTheText() {
        patch("long", "1/1", "long: it is", "", "long", lines("old"));
        patch("longer", "v2 1/1", "long: it is", "", "long", lines("new"));
        var ids = "/series/%d/diff/%d".formatted(series("long.1/1"), series("longer.v2 1/1"));

        var page = site.get(ids + "/").body();

        assertThat(page)
                .containsPattern(
                        "[0-9]+ more lines are left out here; <a href=\"" + ids + ".txt\">")
                .contains("line 1008 old")
                .doesNotContain("line 11008 ");
        assertThat(site.get(ids + ".txt").body())
                .contains("-+line 11008 old\n", "++line 11008 new\n");
    }

    /** Many lines of which one in sixteen differs, so that the patch is the same one. */
    private static String lines(String word) {
        return IntStream.range(0, 12_000)
                .mapToObj(line -> "line " + line + (line % 16 == 0 ? " " + word : ""))
                .collect(Collectors.joining("\n+"));
    }

    @Test
    void theSeriesPageAsksWithWhichToCompare() {
        assertThat(site.get("/project/demo/list/?series=" + newer).body())
                .contains("action=\"/series/%d/diff/\"".formatted(newer));
        assertThat(TestSite.location(site.get("/series/%d/diff/?from=%d".formatted(newer, older))))
                .isEqualTo(path());
        assertThat(TestSite.location(site.get("/series/%d/diff/%d".formatted(older, newer))))
                .isEqualTo(path());
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThat(site.get("/series/%d/diff/999/".formatted(older)).body())
                .contains("There is no series 999.");
        var same = site.get("/series/%d/diff/%1$d/".formatted(older));
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(same.body()).contains("but both are series " + older);
        assertThat(site.get("/series/%d/diff/?from=x".formatted(newer)).statusCode())
                .isEqualTo(400);
        assertThat(site.get("/series/%d/diff/x.txt".formatted(newer)).statusCode()).isEqualTo(404);
    }
}
