package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_2;
import static io.patchbay.rest.json.ApiVersion.V1_4;
import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.User;

import java.util.List;

/** A project (rest-api §7.2). */
public record ProjectJson(Project project, List<User> maintainers) {

    public static final Shape<ProjectJson> SHAPE =
            Shape.<ProjectJson>of("Project")
                    .add("id", INTEGER, (out, row) -> out.number(row.project.id()))
                    .add("url", LINK, (out, row) -> out.link("projects/", row.project.id()))
                    .add("name", TEXT, (out, row) -> out.text(row.project.name()))
                    .add("link_name", TEXT, (out, row) -> out.text(row.project.linkName()))
                    .ruled(TextRule.LINK_NAME)
                    .add("list_id", TEXT, (out, row) -> out.text(row.project.listId()))
                    .ruled(TextRule.LIST_ID)
                    .add("list_email", TEXT, (out, row) -> out.text(row.project.listEmail()))
                    .ruled(TextRule.LIST_EMAIL)
                    .add("web_url", TEXT, (out, row) -> out.text(row.links().webUrl()))
                    .writable()
                    .ruled(TextRule.PROJECT_LINK)
                    .add("scm_url", TEXT, (out, row) -> out.text(row.links().scmUrl()))
                    .writable()
                    .ruled(TextRule.PROJECT_LINK)
                    .add("webscm_url", TEXT, (out, row) -> out.text(row.links().webScmUrl()))
                    .writable()
                    .ruled(TextRule.PROJECT_LINK)
                    .objects("maintainers", Embedded.USER, ProjectJson::maintainers)
                    .add("subject_match", TEXT, (out, row) -> out.text(row.project.subjectMatch()))
                    .since(V1_1)
                    .help(
                            "A regular expression that a subject must contain for a mail to belong"
                                    + " to this project, if its list has several; empty for all"
                                    + " other mails of the list.")
                    .add(
                            "list_archive_url",
                            TEXT,
                            (out, row) -> out.text(row.links().listArchiveUrl()))
                    .since(V1_2)
                    .writable()
                    .ruled(TextRule.PROJECT_LINK)
                    .add(
                            "list_archive_url_format",
                            TEXT,
                            (out, row) -> out.text(row.links().listArchiveUrlFormat()))
                    .since(V1_2)
                    .writable()
                    .ruled(TextRule.PROJECT_LINK)
                    .help("Where the archive shows a mail; {} stands for its Message-ID.")
                    .add(
                            "commit_url_format",
                            TEXT,
                            (out, row) -> out.text(row.links().commitUrlFormat()))
                    .since(V1_2)
                    .writable()
                    .ruled(TextRule.PROJECT_LINK)
                    .help("Where a commit is shown; {} stands for its id.")
                    .add(
                            "show_dependencies",
                            BOOLEAN,
                            (out, row) -> out.bool(row.project.showDependencies()))
                    .since(V1_4)
                    .writable()
                    .help("Whether dependencies between series are shown.")
                    .shape();

    private Project.Links links() {
        return project.links();
    }
}
