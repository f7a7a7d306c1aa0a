package io.patchbay.store.editing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.Setup;
import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.Project;

import java.util.List;
import java.util.Locale;

public final class SetupRows implements Setup {

    private final Transaction transaction;
    private final Sql sql;

    public SetupRows(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    @Override
    public long addProject(NewProject project) {
        refuse("link_name = ?", project.linkName(), project.linkName());
        refuse("name = ?", project.name(), project.name());
        refuse(
                "list_id = ? and subject_match = ?",
                project.listId(),
                project.listId(),
                project.subjectMatch());
        long id = transaction.ids().next("project");
        sql.update(
                """
                insert into project (
                    id, link_name, link_name_key, name, list_id, list_email, subject_match,
                    rules)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                project.linkName(),
                project.linkName().toLowerCase(Locale.ROOT),
                project.name(),
                project.listId(),
                project.listEmail(),
                project.subjectMatch(),
                project.rules().word());
        transaction
                .audit()
                .of(id, "project", id)
                .field("name", null, project.name())
                .field("link_name", null, project.linkName())
                .field("list_id", null, project.listId())
                .field("rules", null, project.rules().word())
                .keep();
        return id;
    }

    private void refuse(String condition, String name, Object... arguments) {
        if (sql.any("select 1 from project where " + condition, arguments)) {
            throw new NameTaken("project", name);
        }
    }

    @Override
    public void change(Project project) {
        var links = project.links();
        sql.update(
                """
                update project
                   set link_name = ?, link_name_key = ?, name = ?,
                       list_id = ?, list_email = ?, subject_match = ?,
                       web_url = ?, scm_url = ?, webscm_url = ?,
                       list_archive_url = ?, list_archive_url_format = ?, commit_url_format = ?,
                       send_notifications = ?, show_dependencies = ?, use_tags = ?, rules = ?
                 where id = ?
                """,
                project.linkName(),
                project.linkName().toLowerCase(Locale.ROOT),
                project.name(),
                project.listId(),
                project.listEmail(),
                project.subjectMatch(),
                links.webUrl(),
                links.scmUrl(),
                links.webScmUrl(),
                links.listArchiveUrl(),
                links.listArchiveUrlFormat(),
                links.commitUrlFormat(),
                project.sendNotifications(),
                project.showDependencies(),
                project.useTags(),
                project.rules().word(),
                project.id());
    }

    @Override
    public void delegate(long projectId, List<DelegationRule> rules) {
        sql.update("delete from delegation_rule where project_id = ?", projectId);
        var batch =
                sql.batch(
                        """
                        insert into delegation_rule (id, project_id, account_id, path, priority)
                        values (?, ?, ?, ?, ?)
                        """);
        for (var rule : rules) {
            batch.add(
                    transaction.ids().next("delegation_rule"),
                    projectId,
                    rule.userId(),
                    rule.path(),
                    rule.priority());
        }
        batch.run();
    }
}
