package io.patchbay.store.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.StoreFailure;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Project.Links;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.Tag;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Projects;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

public final class ProjectQueries implements Projects {

    static final Shape<Project> PROJECT =
            Shape.of(
                    """
                    id, link_name, name, list_id, list_email, subject_match, \
                    web_url, scm_url, webscm_url, \
                    list_archive_url, list_archive_url_format, commit_url_format, \
                    send_notifications, show_dependencies, use_tags, rules\
                    """,
                    row ->
                            new Project(
                                    row.id(),
                                    row.text(),
                                    row.text(),
                                    row.text(),
                                    row.text(),
                                    row.text(),
                                    new Links(
                                            row.text(),
                                            row.text(),
                                            row.text(),
                                            row.text(),
                                            row.text(),
                                            row.text()),
                                    row.flag(),
                                    row.flag(),
                                    row.flag(),
                                    rules(row.text())));

    static final Shape<State> STATE =
            Shape.of(
                    "id, name, slug, ordering, action_required",
                    row -> new State(row.id(), row.text(), row.text(), row.number(), row.flag()));

    private static RuleSet rules(String word) {
        return RuleSet.of(word)
                .orElseThrow(() ->
                        new StoreFailure(
                                "a project has the rules '%s', which this version does not know"
                                        .formatted(word)));
    }

    private static final Listing LISTING =
            new Listing(ListDefinition.PROJECTS, PROJECT.of("project"), List.of());

    private final Sql sql;

    public ProjectQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Project> all() {
        return sql.list(LISTING.rows("order by project.link_name"), PROJECT::read);
    }

    @Override
    public Page<Project> list(Selection selection) {
        return LISTING.page(sql, selection, PROJECT::read);
    }

    @Override
    public Optional<Project> withId(long id) {
        return sql.findOne(LISTING.rows("where project.id = ?"), PROJECT::read, id);
    }

    @Override
    public Optional<Project> withLinkName(String linkName) {
        return sql.findOne(LISTING.rows("where project.link_name = ?"), PROJECT::read, linkName);
    }

    @Override
    public List<Long> idsNamed(String linkName) {
        return sql.list(
                "select id from project where link_name_key = ? order by id",
                Row::id,
                linkName.toLowerCase(Locale.ROOT));
    }

    @Override
    public Map<Long, List<User>> maintainers(Collection<Long> projectIds) {
        record Maintainer(long project, User user) {}

        var maintainers =
                sql.list(
                        """
                        select maintainer.project_id, %s
                          from maintainer
                          join account on account.id = maintainer.account_id
                         where %s
                         order by maintainer.project_id, account.id
                        """
                                .formatted(
                                        UserQueries.USER.of("account"),
                                        sql.dialect().among("maintainer.project_id")),
                        row -> new Maintainer(row.id(), UserQueries.USER.read(row)),
                        new Ids(projectIds));
        return maintainers.stream()
                .collect(groupingBy(Maintainer::project, mapping(Maintainer::user, toList())));
    }

    @Override
    public List<State> states() {
        return sql.list(
                "select %s from state order by ordering".formatted(STATE.of("state")), STATE::read);
    }

    @Override
    public List<Tag> tags() {
        return sql.list(
                "select id, name, pattern, abbrev, show_column from tag order by abbrev",
                row -> new Tag(row.id(), row.text(), row.text(), row.text(), row.flag()));
    }
}
