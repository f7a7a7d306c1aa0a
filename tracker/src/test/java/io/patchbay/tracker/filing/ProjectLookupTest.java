package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.RawMail.titled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Project.Links;
import io.patchbay.tracker.model.RuleSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Which project a mail is for (mail-ingest §5). */
final class ProjectLookupTest {

    @ParameterizedTest
    @CsvSource({
        "harbor.example.org, harbor.example.org",
        "<harbor.example.org>, harbor.example.org",
        "The harbour <harbor.example.org>, harbor.example.org",
        "The <old> harbour <harbor.example.org> list, harbor.example.org",
        "Harbour <harbor.example.org> <>, harbor.example.org",
        "<a<b>, b",
        "harbor.example.org>, harbor.example.org>",
        "harbor.example.org (remark), harbor.example.org",
        "(re (m) ark) harbor.example.org, harbor.example.org",
        "Harbour (<old>) <harbor.example.org> (remark), harbor.example.org",
        "< harbor.example.org >, harbor.example.org",
        "<harbor.example.org.>, harbor.example.org",
        "'\"harbor.example.org\"', harbor.example.org",
        "<\"harbor.example.org\">, harbor.example.org",
        "<harbor.example.org> (never closed, harbor.example.org"
    })
    void aHeaderHoldsAListId(String header, String listId) {
        assertThat(ProjectLookup.listIdIn(header)).contains(listId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Harbour harbor.example.org", "(id)", "<> x", "a <b", "<a b>"})
    void aHeaderHoldsNone(String header) {
        assertThat(ProjectLookup.listIdIn(header)).isEmpty();
    }

    @Test
    void theFirstHeaderThatNamesAProjectCounts() {
        var lookup = new ProjectLookup(List.of(Desk.HARBOR, Desk.LIGHTHOUSE));
        var mail =
                titled("x")
                        .without("List-Id")
                        .with("X-list", "lighthouse.lists.example.org")
                        .with("X-Mailing-List", "harbor.lists.example.org")
                        .with("List-Id", "<fog.lists.example.org>");

        assertThat(lookup.projectOf(mail.mail())).contains(Desk.HARBOR);
        assertThat(lookup.projectOf(mail.without("X-Mailing-List").mail()))
                .contains(Desk.LIGHTHOUSE);
    }

    /** RFC 2919 §6. */
    @Test
    void caseDoesNotMatterInAListIdUnlessItTellsProjectsApart() {
        var shouting = onList(1, "HARBOR.lists.example.org");
        var other = Desk.HARBOR;

        var alone = new ProjectLookup(List.of(other));
        var both = new ProjectLookup(List.of(shouting, other));

        assertThat(alone.projectOf(withListId("<Harbor.Lists.example.org>").mail()))
                .contains(other);
        assertThat(both.projectOf(withListId("<HARBOR.lists.example.org>").mail()))
                .contains(shouting);
        assertThat(both.projectOf(withListId("<harbor.lists.example.org>").mail())).contains(other);
    }

    @Test
    void everyListIdIsLookedAt() {
        var lookup = new ProjectLookup(List.of(Desk.HARBOR));
        var mail =
                withListId("<fog.lists.example.org>").with("List-Id", "<harbor.lists.example.org>");

        assertThat(lookup.projectOf(mail.mail())).contains(Desk.HARBOR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Mailing-List|harbor@lists.example.org",
                "X-Mailing-List|<Harbor@lists.example.org> archive/latest/7",
                "List-Post|<mailto:harbor@lists.example.org>",
                "List-Post|<MAILTO:HARBOR@lists.example.org?subject=x> (posting)",
            })
    void theAddressOfAListNamesItsProjectIfNothingElseDoes(String header, String value) {
        var lookup = new ProjectLookup(List.of(Desk.HARBOR, Desk.LIGHTHOUSE));
        var mail = titled("x").without("List-Id").with(header, value);

        assertThat(lookup.projectOf(mail.mail())).contains(Desk.HARBOR);
        assertThat(lookup.projectOf(mail.with("List-Id", "<lighthouse.lists.example.org>").mail()))
                .contains(Desk.LIGHTHOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO (posting not allowed)", "<mailto:>", "<https://example.org/post>"})
    void whereNobodyCanPostTheListHasNoAddress(String value) {
        var nowhere = onList(1, "nowhere.example.org");
        var mail = titled("x").without("List-Id").with("List-Post", value);

        assertThat(new ProjectLookup(List.of(nowhere)).projectOf(mail.mail())).isEmpty();
    }

    private static RawMail withListId(String listId) {
        return titled("x").without("List-Id").with("List-Id", listId);
    }

    /** A project whose list has no address. */
    private static Project onList(long id, String listId) {
        return new Project(
                id,
                "p" + id,
                "p" + id,
                listId,
                "",
                "",
                Links.NONE,
                false,
                false,
                true,
                RuleSet.PATCHWORK);
    }

    @Test
    void theSubjectChoosesAmongTheProjectsOfAList() {
        var crane = onSharedList(1, "crane", "\\bcrane\\b");
        var quay = onSharedList(2, "quay", "^\\[quay");
        var rest = onSharedList(3, "rest", "");
        var lookup = new ProjectLookup(List.of(crane, quay, rest));

        assertThat(lookup.projectOf(shared("[PATCH] CRANE: oil it").mail())).contains(crane);
        assertThat(lookup.projectOf(shared("[quay PATCH] crane").mail())).contains(crane);
        assertThat(lookup.projectOf(shared("[quay PATCH] paint").mail())).contains(quay);
        assertThat(lookup.projectOf(shared("[PATCH] [quay] paint").mail())).contains(rest);
    }

    @Test
    void withoutAProjectForAnySubjectThereIsNone() {
        var lookup = new ProjectLookup(List.of(onSharedList(1, "crane", "crane")));

        assertThat(lookup.projectOf(shared("[PATCH] paint").mail())).isEmpty();
    }

    @Test
    void aSubjectMatchIsWrittenInTheWordsOfPython() {
        var crane = onSharedList(1, "crane", "^[[]patch[^]]*[[ ]crane\\Z");
        var lookup = new ProjectLookup(List.of(crane));

        assertThat(lookup.projectOf(shared("[PATCH 1/2 crane").mail())).contains(crane);
    }

    @Test
    void aSubjectMatchThatIsNoExpressionIsNamed() {
        var broken = onSharedList(1, "crane", "(crane");

        assertThatThrownBy(() -> new ProjectLookup(List.of(broken)))
                .hasMessageContaining("(crane")
                .hasMessageContaining("'crane'");
    }

    private static RawMail shared(String subject) {
        return titled(subject).without("List-Id").with("List-Id", "<shared.example.org>");
    }

    private static Project onSharedList(long id, String linkName, String subjectMatch) {
        return new Project(
                id,
                linkName,
                linkName,
                "shared.example.org",
                "shared@example.org",
                subjectMatch,
                Links.NONE,
                false,
                false,
                true,
                RuleSet.PATCHBAY);
    }
}
