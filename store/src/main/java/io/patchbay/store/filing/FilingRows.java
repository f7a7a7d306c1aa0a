package io.patchbay.store.filing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.patchbay.store.transaction.Transaction;
import io.patchbay.store.versions.SignRows;
import io.patchbay.store.versions.VersionRows;
import io.patchbay.tracker.filing.Changes;
import io.patchbay.tracker.filing.Conversation;
import io.patchbay.tracker.filing.FilingContext;
import io.patchbay.tracker.filing.FilingStore;
import io.patchbay.tracker.filing.NextIds;
import io.patchbay.tracker.filing.Questions;
import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.reading.Projects;
import io.patchbay.tracker.versions.VersionStore;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What filing asks of the store and gives it to keep, within one transaction. */
public final class FilingRows implements FilingStore {

    private final Transaction transaction;
    private final Projects projects;
    private @Nullable List<Project> allProjects;

    public FilingRows(Transaction transaction, Projects projects) {
        this.transaction = transaction;
        this.projects = projects;
    }

    @Override
    public FilingContext rulebook() {
        return new FilingContext(
                allProjects(), projects.states(), projects.tags(), delegationRules());
    }

    private List<Project> allProjects() {
        var known = allProjects;
        if (known == null) {
            known = projects.all();
            allProjects = known;
        }
        return known;
    }

    private Map<Long, List<DelegationRule>> delegationRules() {
        record RuleOf(long project, DelegationRule rule) {}

        var rules =
                transaction
                        .sql()
                        .list(
                                "select project_id, path, priority, account_id"
                                        + " from delegation_rule order by id",
                                row ->
                                        new RuleOf(
                                                row.id(),
                                                new DelegationRule(
                                                        row.text(), row.number(), row.id())));
        return rules.stream().collect(groupingBy(RuleOf::project, mapping(RuleOf::rule, toList())));
    }

    @Override
    public Conversation around(Questions questions) {
        var projectsById = allProjects().stream().collect(toMap(Project::id, Function.identity()));
        return new FilingLookup(transaction.sql(), projectsById, new Conversation(nextIds()))
                .answer(questions);
    }

    private NextIds nextIds() {
        var ids = transaction.ids();
        return new NextIds(
                ids.last("person") + 1,
                ids.last("patch") + 1,
                ids.last("cover") + 1,
                ids.last("series") + 1,
                ids.last("patch_comment") + 1,
                ids.last("cover_comment") + 1);
    }

    @Override
    public List<Changes.Waiting> waitingFor(Map<Long, Set<String>> msgids) {
        return new WaitingRows(transaction).waitingFor(msgids);
    }

    @Override
    public Map<Long, Map<String, List<MailText>>> textsOf(Map<Long, Set<String>> msgids) {
        return new FiledTexts(transaction).of(msgids);
    }

    @Override
    public void keep(Changes ledger) {
        new FilingEntries(transaction).write(ledger);
        writeSigns(ledger);
    }

    private void writeSigns(Changes ledger) {
        var rows = new SignRows(transaction.sql());
        for (var filed : ledger.covers()) {
            var head = filed.cover().head();
            var series = filed.placement().series();
            if (series != null) {
                rows.addTitle(head.project().id(), series, head.name());
                rows.addClaims(series, head.msgid(), filed.cover().content(), true);
            }
        }
        for (var filed : ledger.patches()) {
            var head = filed.patch().head();
            var series = filed.placement().series();
            if (series != null) {
                var number = filed.placement().number();
                rows.addTitle(head.project().id(), series, head.name());
                rows.addClaims(
                        series,
                        head.msgid(),
                        filed.patch().content(),
                        number != null && number <= 1);
                rows.addSample(head.id(), filed.patch().content().signs());
            }
        }
        rows.write();
    }

    @Override
    public VersionStore versions() {
        return new VersionRows(transaction.sql());
    }
}
