package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.UserSettings;
import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class PatchListTest extends SiteTest {

    private static final Pattern ROW = Pattern.compile("id=\"patch-row:(\\d+)\"");
    private static final Pattern FROM_PATCH = Pattern.compile("(from|join) patch\\b");
    private static final String LIST = "/project/demo/list/";

    @Test
    void theOnlyProjectIsTheFirstPage() {
        var answer = site.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestSite.location(answer)).isEqualTo(LIST);
    }

    @Test
    void aPatchIsListedWithItsSeriesAndSubmitter() {
        var patch = site.patch("[PATCH v2 1/2] Mend <it>", "one/1@example.com");

        var page = site.get(LIST).body();

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
    void theRowsOfPatchesAreReadOnce() {
        for (int number = 1; number <= 3; number++) {
            site.patch("[PATCH] number " + number, number + "@example.com");
        }
        site.statements.clear();

        assertThat(rows("")).hasSize(3);
        assertThat(site.statements)
                .filteredOn(statement -> FROM_PATCH.matcher(statement).find())
                .hasSize(1);
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(site.get(LIST).body()).contains("No patches to display");
    }

    @Test
    void whatIsDoneOrArchivedIsHiddenUntilAskedFor() {
        var open = site.patch("[PATCH] open", "1@example.com");
        var accepted = inState("Accepted", site.patch("[PATCH] accepted", "2@example.com"));
        var archived = archived(site.patch("[PATCH] archived", "3@example.com"));

        assertThat(rows("")).containsExactly(open.id());
        assertThat(rows("?state=*")).containsExactlyInAnyOrder(open.id(), accepted.id());
        assertThat(rows("?state=3")).containsExactly(accepted.id());
        assertThat(rows("?state=nonsense")).containsExactly(open.id());
        assertThat(rows("?archive=true")).containsExactly(archived.id());
        assertThat(rows("?archive=both")).containsExactlyInAnyOrder(open.id(), archived.id());
    }

    @Test
    void aSeriesIsShownWhole() {
        var first = inState("Accepted", site.patch("[PATCH 1/2] one", "1@example.com"));
        site.patch("[PATCH] other", "3@example.com");

        assertThat(rows("?series=1")).containsExactly(first.id());
        assertThat(rows("?series=1&state=")).isEmpty();
        assertThat(site.get(LIST + "?series=1").body())
                .contains("1 of 2, incomplete")
                .contains("href=\"/series/1/mbox/\"");
    }

    @Test
    void aSeriesIsReadFromItsBeginning() {
        var one = site.patch("[PATCH 1/2] one", "1@example.com");
        var two = site.patch("[PATCH 2/2] two", "2@example.com");

        assertThat(rows("?series=1")).containsExactly(one.id(), two.id());
        assertThat(rows("?series=1&order=-date")).containsExactly(two.id(), one.id());
    }

    @Test
    void anUnknownSeriesIsNoFilter() {
        var patch = site.patch("[PATCH] one", "1@example.com");

        assertThat(rows("?series=99")).containsExactly(patch.id());
        assertThat(rows("?series=x")).containsExactly(patch.id());
    }

    @ParameterizedTest
    @CsvSource({
        "submitter=1, true",
        "submitter=pa, true",
        "submitter=nobody-is-called-this, true",
        "submitter=99, true",
        "q=MENDED, true",
        "q=absent, false",
        "delegate=Nobody, true",
        "delegate=maint, false",
        "delegate=1, false",
        "delegate=nobody-is-called-this, true"
    })
    void filtersWithoutAMatchAreNoFilters(String query, boolean found) {
        site.patch("[PATCH] mended", "1@example.com");

        assertThat(rows("?" + query).isEmpty()).isEqualTo(!found);
    }

    @Test
    void removingAFilterKeepsTheOthers() {
        site.patch("[PATCH] mended", "1@example.com");

        var page = site.get(LIST + "?q=mended&order=name").body();

        assertThat(page)
                .contains("<a href=\"?q=mended&amp;order=name&amp;state=%2A\"")
                .contains("<a href=\"?q=mended&amp;order=name&amp;archive=both\"")
                .contains("<a href=\"?order=name\"");
    }

    @ParameterizedTest
    @CsvSource({
        "order=name, 1 2",
        "order=-name, 2 1",
        "order=nonsense, 2 1",
        "order=-state, 1 2",
        "order=submitter, 2 1",
        "order=delegate, 2 1"
    })
    void theListIsOrdered(String query, String expected) {
        inState("Under Review", site.patch("[PATCH] a", "1@example.com"));
        site.patch("[PATCH] b", "2@example.com");

        assertThat(rows("?" + query)).isEqualTo(ids(expected));
    }

    @Test
    void pagesKeepFilterAndOrder() {
        for (int i = 0; i < 3; i++) {
            site.patch("[PATCH] p" + i, i + "@example.com");
        }
        site.store.write(writing -> {
            writing.edits().change(TestSite.MAINT, "", "", new UserSettings(false, 1, false));
            return true;
        });
        site.signIn(TestSite.MAINT);

        assertThat(rows("?order=name&q=p&page=2")).containsExactly(2L);
        assertThat(rows("?order=name&page=99")).containsExactly(3L);
        assertThat(rows("?order=name&page=x")).containsExactly(1L);
        assertThat(site.get(LIST + "?order=name&q=p&page=2").body())
                .contains("<a rel=\"next\" href=\"?order=name&amp;q=p&amp;page=3\">")
                .contains("<a href=\"?q=p&amp;order=-name\">Patch</a>");
    }

    @Test
    void anUnknownProjectIsNotFoundAndItsPathIsNamed() {
        var answer = site.get("/project/other/list/?a=b");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<code>/project/other/list/</code>");
    }

    private List<Long> rows(String query) {
        return ROW.matcher(site.get(LIST + query).body())
                .results()
                .map((MatchResult row) -> Long.valueOf(row.group(1)))
                .toList();
    }

    private static List<Long> ids(String text) {
        return Pattern.compile(" ").splitAsStream(text).map(Long::valueOf).toList();
    }

    private Patch inState(String name, Patch patch) {
        return change(patch, PatchChange.none(patch).state(site.state(name)));
    }

    private Patch archived(Patch patch) {
        return change(patch, PatchChange.none(patch).archived(true));
    }

    private Patch change(Patch patch, PatchChange to) {
        site.store.write(writing -> {
            writing.edits().change(patch, to, null);
            return true;
        });
        return patch;
    }
}
