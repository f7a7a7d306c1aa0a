package io.patchbay.store.importing;

import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.model.RuleSet;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Projects of another tracker. */
final class ImportProjects {

    private final Transaction transaction;
    private final ImportPlace places;

    ImportProjects(Transaction transaction) {
        this.transaction = transaction;
        this.places =
                new ImportPlace(transaction, "project", "project", "link_name", "link_name = ?");
    }

    void project(ImportedProject project, Completeness told) {
        if (!places.isHere(project.id(), project.linkName())) {
            insert(project);
        } else if (told == Completeness.WHOLE) {
            update(project);
        }
    }

    private void insert(ImportedProject project) {
        transaction
                .sql()
                .update(
                        """
                        insert into project (
                            id, link_name, link_name_key, name, list_id, list_email,
                            web_url, scm_url, webscm_url,
                            list_archive_url, list_archive_url_format, commit_url_format,
                            subject_match, show_dependencies, rules)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        project.id(),
                        project.linkName(),
                        project.linkName().toLowerCase(Locale.ROOT),
                        project.name(),
                        project.listId(),
                        project.listEmail(),
                        project.webUrl(),
                        project.scmUrl(),
                        project.webScmUrl(),
                        Objects.requireNonNullElse(project.listArchiveUrl(), ""),
                        Objects.requireNonNullElse(project.listArchiveUrlFormat(), ""),
                        Objects.requireNonNullElse(project.commitUrlFormat(), ""),
                        Objects.requireNonNullElse(project.subjectMatch(), ""),
                        Objects.requireNonNullElse(project.showDependencies(), false),
                        // Its series go on as they began.
                        RuleSet.PATCHWORK.word());
    }

    private void update(ImportedProject project) {
        transaction
                .sql()
                .update(
                        """
                        update project
                           set name = ?, list_id = ?, list_email = ?,
                               web_url = ?, scm_url = ?, webscm_url = ?,
                               list_archive_url = coalesce(?, list_archive_url),
                               list_archive_url_format = coalesce(?, list_archive_url_format),
                               commit_url_format = coalesce(?, commit_url_format),
                               subject_match = coalesce(?, subject_match),
                               show_dependencies = coalesce(?, show_dependencies)
                         where id = ?
                        """,
                        project.name(),
                        project.listId(),
                        project.listEmail(),
                        project.webUrl(),
                        project.scmUrl(),
                        project.webScmUrl(),
                        project.listArchiveUrl(),
                        project.listArchiveUrlFormat(),
                        project.commitUrlFormat(),
                        project.subjectMatch(),
                        project.showDependencies(),
                        project.id());
    }

    void maintainers(long projectId, List<Long> userIds) {
        var batch =
                transaction
                        .sql()
                        .batch(
                                """
                                insert into maintainer (account_id, project_id) values (?, ?)
                                on conflict (account_id, project_id) do nothing
                                """);
        userIds.forEach(userId -> batch.add(userId, projectId));
        batch.run();
    }
}
