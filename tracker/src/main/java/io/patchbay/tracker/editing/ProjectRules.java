package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.editing.Change.AddProject;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.PythonPattern;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What becomes of projects that somebody makes or edits (rest-api §7.2). Pure. */
public final class ProjectRules {

    private ProjectRules() {}

    /** The right that the actor lacks for editing this project; null if none. */
    public static @Nullable Right lacking(Actor actor, Project project) {
        if (actor.isAnonymous()) {
            return Right.SIGNED_IN;
        }
        if (!Rights.isUnlimited(actor)) {
            return Right.SCOPE_OF_TOKEN;
        }
        return Rights.maintains(actor, project) ? null : Right.MAINTAIN_PROJECT;
    }

    public static Edited<Project> decide(EditProject change, Actor actor, Project project) {
        var lacking = lacking(actor, project);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var fields = change.fields();
        var problems = new ArrayList<Problem>();
        check(problems, "web_url", fields.webUrl());
        check(problems, "scm_url", fields.scmUrl());
        check(problems, "webscm_url", fields.webScmUrl());
        check(problems, "list_archive_url", fields.listArchiveUrl());
        check(problems, "list_archive_url_format", fields.listArchiveUrlFormat());
        check(problems, "commit_url_format", fields.commitUrlFormat());
        var rules = rules(problems, fields.rules(), project.rules());
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        return new Edited.Done<>(
                new Project(
                        project.id(),
                        project.linkName(),
                        project.name(),
                        project.listId(),
                        project.listEmail(),
                        project.subjectMatch(),
                        fields.links(project.links()),
                        fields.sendNotifications() == null
                                ? project.sendNotifications()
                                : fields.sendNotifications(),
                        fields.showDependencies() == null
                                ? project.showDependencies()
                                : fields.showDependencies(),
                        project.useTags(),
                        rules),
                true);
    }

    private static void check(List<Problem> problems, String field, @Nullable String link) {
        Texts.check(problems, field, TextRule.PROJECT_LINK, link);
    }

    private static RuleSet rules(List<Problem> problems, @Nullable String word, RuleSet otherwise) {
        if (word == null) {
            return otherwise;
        }
        var rules = RuleSet.of(word);
        if (rules.isEmpty()) {
            var known = Stream.of(RuleSet.values()).map(RuleSet::word).toList();
            problems.add(new Problem.UnknownWord("rules", word, known));
        }
        return rules.orElse(otherwise);
    }

    /**
     * @param others all that there are
     */
    public static Edited<Project> decide(AddProject change, Actor actor, List<Project> others) {
        if (!actor.isOperator()) {
            return new Edited.NotAllowed<>(Right.OPERATE);
        }
        var name = change.name() == null ? change.linkName() : change.name();
        var problems = new ArrayList<Problem>();
        Texts.check(problems, "link_name", TextRule.LINK_NAME, change.linkName());
        Texts.check(problems, "name", TextRule.PROJECT_NAME, change.name());
        Texts.check(problems, "list_id", TextRule.LIST_ID, change.listId());
        Texts.check(problems, "list_email", TextRule.LIST_EMAIL, change.listEmail());
        Texts.check(problems, "subject_match", TextRule.SUBJECT_MATCH, change.subjectMatch());
        try {
            var unused = PythonPattern.compile(change.subjectMatch());
        } catch (PatternSyntaxException e) {
            problems.add(
                    new Problem.BadPattern(
                            "subject_match", change.subjectMatch(), e.getDescription()));
        }
        var rules = rules(problems, change.rules(), RuleSet.PATCHBAY);
        for (var other : others) {
            if (other.linkName().equals(change.linkName())) {
                problems.add(new Problem.Taken("project", "link_name", change.linkName()));
            } else if (other.name().equals(name)) {
                problems.add(new Problem.Taken("project", "name", name));
            } else if (other.listId().equals(change.listId())
                    && other.subjectMatch().equals(change.subjectMatch())) {
                problems.add(new Problem.Taken("project", "list_id", change.listId()));
            }
        }
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        return new Edited.Done<>(
                new Project(
                        0,
                        change.linkName(),
                        name,
                        change.listId(),
                        change.listEmail(),
                        change.subjectMatch(),
                        Project.Links.NONE,
                        false,
                        false,
                        true,
                        rules),
                true);
    }
}
