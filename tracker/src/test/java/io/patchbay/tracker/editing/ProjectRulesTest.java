package io.patchbay.tracker.editing;

import static io.patchbay.tracker.editing.Samples.BOATS;
import static io.patchbay.tracker.editing.Samples.OARS;
import static io.patchbay.tracker.editing.Samples.actor;
import static io.patchbay.tracker.editing.Samples.done;
import static io.patchbay.tracker.editing.Samples.lacking;
import static io.patchbay.tracker.editing.Samples.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.Change.AddProject;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Project.Links;
import io.patchbay.tracker.model.RuleSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ProjectRulesTest {

    private static final Project BEFORE =
            new Project(
                    1,
                    "boats",
                    "The boats",
                    "boats.example.org",
                    "boats@example.org",
                    "PATCH",
                    new Links("w", "s", "ws", "a", "a/{}", "c/{}"),
                    true,
                    true,
                    true,
                    RuleSet.PATCHWORK);

    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN",
        "stranger, MAINTAIN_PROJECT",
        "submitter, MAINTAIN_PROJECT",
        "maintainer, ''",
        "operator, ''",
        "token read, SCOPE_OF_TOKEN",
        "token state, SCOPE_OF_TOKEN",
        "token here, SCOPE_OF_TOKEN",
        "token elsewhere, SCOPE_OF_TOKEN",
    })
    void whoMayEdit(String who, String right) {
        assertThat(lacking(edit(who, ProjectFields.NONE))).isEqualTo(right);
        assertThat(lacking(edit(who, links("l".repeat(2001))))).isEqualTo(right);
    }

    @Test
    void whatIsNotNamedStays() {
        assertThat(done(edit("maintainer", ProjectFields.NONE))).isEqualTo(BEFORE);
    }

    @Test
    void whatIsNamedBecomesSo() {
        var fields = new ProjectFields("1", "2", "3", "4", "5", "", false, false, "patchbay");

        assertThat(done(edit("maintainer", fields)))
                .isEqualTo(
                        new Project(
                                1,
                                "boats",
                                "The boats",
                                "boats.example.org",
                                "boats@example.org",
                                "PATCH",
                                new Links("1", "2", "3", "4", "5", ""),
                                false,
                                false,
                                true,
                                RuleSet.PATCHBAY));
    }

    @Test
    void eachLinkHasAtMostTwoThousandCharacters() {
        assertThat(done(edit("maintainer", links("l".repeat(2000)))).links().webUrl())
                .hasSize(2000);
        assertThat(problems(edit("maintainer", links("l".repeat(2001)))))
                .extracting(problem -> problem.replaceFirst(": .* is 2001 characters long;", ";"))
                .containsExactly(
                        "web_url; the limit is 2000",
                        "scm_url; the limit is 2000",
                        "webscm_url; the limit is 2000",
                        "list_archive_url; the limit is 2000",
                        "list_archive_url_format; the limit is 2000",
                        "commit_url_format; the limit is 2000");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, ''",
        "maintainer, OPERATE",
        "stranger, OPERATE",
        "anonymous, OPERATE",
    })
    void whoMayAdd(String who, String right) {
        assertThat(lacking(add(who, sails()))).isEqualTo(right);
        assertThat(lacking(add(who, named("a b", null)))).isEqualTo(right);
    }

    @Test
    void aProjectBeginsWithoutLinks() {
        assertThat(done(add("operator", sails())))
                .isEqualTo(
                        new Project(
                                0,
                                "sails",
                                "sails",
                                "sails.example.org",
                                "sails@example.org",
                                "",
                                Links.NONE,
                                false,
                                false,
                                true,
                                RuleSet.PATCHBAY));
        assertThat(done(add("operator", named("sails", "The sails"))).name())
                .isEqualTo("The sails");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''  | ''   | link_name: link_name is empty; give it a text",
                "a b | ''   | link_name: link_name: expected letters, digits, '-' and '_', got 'a b'",
                "a/b | ''   | link_name: link_name: expected letters, digits, '-' and '_', got 'a/b'",
                "boats | '' | link_name: a project 'boats' already exists; choose another name",
                "sails | The boats | name: a project 'The boats' already exists; choose another"
                        + " name",
            })
    void aNameThatCannotBeIsRefused(String linkName, String name, String said) {
        assertThat(problems(add("operator", named(linkName, name.isEmpty() ? "Sails" : name))))
                .containsExactly(said);
    }

    @Test
    void listsAreToldApartBySubjects() {
        var same = new AddProject("sails", null, "boats.example.org", "", "", null);
        var other = new AddProject("sails", null, "boats.example.org", "", "SAIL", null);

        assertThat(problems(add("operator", same)))
                .containsExactly(
                        "list_id: a project 'boats.example.org' already exists; choose another"
                                + " name");
        assertThat(done(add("operator", other)).subjectMatch()).isEqualTo("SAIL");
    }

    @Test
    void aSubjectMatchHasAtMostSixtyFourCharacters() {
        var longest = new AddProject("sails", null, "sails.example.org", "", "s".repeat(64), null);
        var longer = new AddProject("sails", null, "sails.example.org", "", "s".repeat(65), null);

        assertThat(done(add("operator", longest)).subjectMatch()).hasSize(64);
        assertThat(problems(add("operator", longer)))
                .containsExactly(
                        "subject_match: subject_match is 65 characters long; the limit is 64");
    }

    @Test
    void aProjectMayFileAsPatchworkDoes() {
        var project = new AddProject("sails", null, "sails.example.org", "", "", "patchwork");
        var unknown = new AddProject("sails", null, "sails.example.org", "", "", "ours");

        assertThat(done(add("operator", project)).rules()).isEqualTo(RuleSet.PATCHWORK);
        assertThat(problems(add("operator", unknown))).singleElement().asString().contains("ours");
    }

    @Test
    void allThatIsWrongIsTold() {
        var project = new AddProject("a b", "", "<x>", "m".repeat(201), "(", null);

        assertThat(problems(add("operator", project)))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("link_name", "name", "list_id", "list_email", "subject_match");
    }

    private static AddProject sails() {
        return new AddProject("sails", null, "sails.example.org", "sails@example.org", "", null);
    }

    private static AddProject named(String linkName, @Nullable String name) {
        return new AddProject(linkName, name, "sails.example.org", "", "", null);
    }

    private static ProjectFields links(String link) {
        return new ProjectFields(link, link, link, link, link, link, null, null, null);
    }

    private static Edited<Project> edit(String who, ProjectFields fields) {
        var named = new ProjectName.LinkName("boats");
        return ProjectRules.decide(new EditProject(named, fields), actor(who), BEFORE);
    }

    private static Edited<Project> add(String who, AddProject project) {
        return ProjectRules.decide(project, actor(who), List.of(BOATS, OARS));
    }
}
