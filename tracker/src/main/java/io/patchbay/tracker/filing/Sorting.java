package io.patchbay.tracker.filing;

import io.patchbay.mail.Author;
import io.patchbay.mail.Body;
import io.patchbay.mail.Mail;
import io.patchbay.mail.PullRequest;
import io.patchbay.mail.SeriesMarks;
import io.patchbay.mail.Subject;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts mails by project and throws out what is nobody's or broken (mail-ingest §4), before
 * anything is looked up in the store.
 */
public final class Sorting {

    private static final int LONGEST_PULL_URL = 255;

    /** No zone and no clock that people set by hand is farther ahead (mail-ingest §6). */
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(1);

    /** Before this was written. */
    private static final Instant EARLIEST_NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final FilingContext rulebook;
    private final InstantSource clock;
    private final ProjectLookup projects;
    private final Tagging tagging;
    private final Map<Long, Delegation> delegations = new HashMap<>();

    public Sorting(FilingContext rulebook, InstantSource clock) {
        this.rulebook = rulebook;
        this.clock = clock;
        projects = new ProjectLookup(rulebook.projects());
        tagging = new Tagging(rulebook.tags());
        rulebook.delegation().forEach((id, rules) -> delegations.put(id, new Delegation(rules)));
    }

    public FilingContext rulebook() {
        return rulebook;
    }

    /** What can be said of a mail before anything is looked up. */
    public sealed interface Sorted {

        record Settled(Filed filed) implements Sorted {}

        record ToDecide(IncomingMail letter) implements Sorted {}
    }

    /**
     * @param listId the list to file under whatever the headers say, null to ask the headers
     */
    Sorted sort(Mail mail, @Nullable String listId) {
        try {
            return sortReadable(mail, listId);
        } catch (UnreadableMail e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private Sorted sortReadable(Mail mail, @Nullable String listId) {
        if (!mail.has("From")) {
            return broken("Missing 'From' header");
        }
        if (mail.cleaned("X-Patchwork-Hint").filter("ignore"::equalsIgnoreCase).isPresent()) {
            return unwanted(Filed.Reason.HINT_IGNORE);
        }
        var project = listId == null ? projects.projectOf(mail) : projects.projectOf(mail, listId);
        return project.map(found -> sort(mail, found))
                .orElseGet(() -> unwanted(Filed.Reason.UNKNOWN_LIST));
    }

    /** Under a project whatever its list headers say; null if it is nobody's any more. */
    public @Nullable IncomingMail sort(Mail mail, long projectId) {
        return rulebook.projects().stream()
                .filter(project -> project.id() == projectId)
                .findFirst()
                .map(project -> sort(mail, project))
                .map(sorted -> sorted instanceof Sorted.ToDecide(var letter) ? letter : null)
                .orElse(null);
    }

    private Sorted sort(Mail mail, Project project) {
        var subject =
                mail.has("Subject")
                        ? mail.subject(project.linkName())
                        : Optional.of(Subject.of(mail.subjectInText(), project.linkName()));
        if (subject.isEmpty()) {
            return broken("Invalid 'Subject' header");
        }
        var body = mail.body().isEmpty() ? wordsOfHtml(mail, project) : mail.body();
        if (body.isEmpty()) {
            return unwanted(mail.hidesDiff() ? Filed.Reason.UNREAD_DIFF : Filed.Reason.NO_CONTENT);
        }

        var refusal = project.rules() == RuleSet.PATCHBAY ? refusal(mail) : null;
        if (refusal != null && !refusal.isOrphan()) {
            return unwanted(refusal);
        }
        var diff = body.diff();
        var pullUrl = mail.isReply() ? null : PullRequest.urlIn(body.content()).orElse(null);
        if (pullUrl != null && pullUrl.length() > LONGEST_PULL_URL) {
            return broken("The pull URL is longer than %d characters".formatted(LONGEST_PULL_URL));
        }
        var marks =
                switch (project.rules()) {
                    case PATCHBAY ->
                            SeriesMarks.asWritten(
                                    mail.subjectText().orElse(""), subject.get(), mail.id());
                    case PATCHWORK -> SeriesMarks.asPatchwork(subject.get());
                };
        var marker = marks.marker();
        var kind = IncomingMail.Kind.COMMENT;
        if (!mail.isReply() && (diff != null || pullUrl != null)) {
            kind = IncomingMail.Kind.PATCH;
        } else if (!mail.isReply() && marker != null && marker.number() == 0) {
            kind = IncomingMail.Kind.COVER;
        }
        var letter =
                new IncomingMail(
                        kind,
                        project,
                        mail.id().orElseGet(mail::idOfContent),
                        mail.references(),
                        dateOf(mail),
                        author(mail, project),
                        subject.get().storedName(),
                        marker,
                        marks.version(),
                        content(mail, body),
                        pullUrl,
                        diff == null ? null : diff.hash(),
                        mail.cleaned("X-Patchwork-State")
                                .map(rulebook::stateNamed)
                                .orElseGet(rulebook::initialState),
                        mail.cleaned("X-Patchwork-Delegate").orElse(null),
                        diff == null ? null : delegateByPath(project, diff).orElse(null),
                        mail.has("X-Patchwork-Action-Required"),
                        tags(project, body),
                        kind == IncomingMail.Kind.COMMENT
                                ? List.of()
                                : Dependencies.in(body.content()),
                        mail.isReply(),
                        project.rules() == RuleSet.PATCHBAY ? answer(mail, project) : null,
                        refusal,
                        mail.isArchived());
        return new Sorted.ToDecide(
                refusal == null || letter.answer() == null
                        ? letter
                        : letter.asAnswer(letter.answer()));
    }

    private Map<Long, Integer> tags(Project project, Body body) {
        return project.useTags() ? tagging.count(body.content()) : Map.of();
    }

    private static MailContent content(Mail mail, Body body) {
        var diff = body.diff();
        return new MailContent(
                new MailText(
                        mail.storedHeaders(),
                        body.content(),
                        diff == null ? null : diff.text(),
                        diff == null ? null : diff.encoding()),
                mail.references(),
                mail.raw());
    }

    /** As what it is read if it is a reply. */
    private IncomingMail.@Nullable IfAnswer answer(Mail mail, Project project) {
        return mail.answer()
                .map(signs ->
                        new IncomingMail.IfAnswer(
                                signs, content(mail, signs.body()), tags(project, signs.body())))
                .orElse(null);
    }

    private static Filed.@Nullable Reason refusal(Mail mail) {
        return mail.noSubmission()
                .map(why ->
                        switch (why) {
                            case DIGEST -> Filed.Reason.DIGEST;
                            case REPORT -> Filed.Reason.REPORT;
                            case MODERATION -> Filed.Reason.MODERATION;
                            case AUTOMATIC -> Filed.Reason.AUTOMATIC;
                            case ENCLOSED -> Filed.Reason.ENCLOSED;
                        })
                .orElse(null);
    }

    /** By our rules an answer may be HTML alone; a patch in it would be none that applies. */
    private static Body wordsOfHtml(Mail mail, Project project) {
        boolean answers = mail.isReply() || !mail.references().isEmpty() && !mail.hidesDiff();
        return new Body(
                answers && project.rules() == RuleSet.PATCHBAY ? mail.wordsOfHtml() : "", null);
    }

    private static @Nullable Author author(Mail mail, Project project) {
        var author =
                switch (project.rules()) {
                    case PATCHBAY -> mail.uncoveredAuthor(project.listEmail());
                    case PATCHWORK -> mail.author(project.listEmail());
                };
        return author.orElse(null);
    }

    /**
     * When it was written. What was written tomorrow, which would stand on top of every list until
     * then, was written when it came, and so was what does not say.
     */
    private Instant dateOf(Mail mail) {
        var now = clock.instant();
        var date = mail.date();
        if (date.isPresent() && !isAhead(date.get(), now)) {
            return date.get();
        }
        return mail.received().filter(received -> !isAhead(received, now)).orElse(now);
    }

    /** A clock that was never set knows of nothing that it is ahead. */
    private static boolean isAhead(Instant date, Instant now) {
        return now.isAfter(EARLIEST_NOW) && date.isAfter(now.plus(FARTHEST_AHEAD));
    }

    private Optional<Long> delegateByPath(Project project, Diff diff) {
        var delegation = delegations.get(project.id());
        return delegation == null ? Optional.empty() : delegation.userFor(diff.fileNames());
    }

    private static Sorted broken(String reason) {
        return new Sorted.Settled(new Filed.Broken(reason));
    }

    private static Sorted unwanted(Filed.Reason reason) {
        return new Sorted.Settled(new Filed.Unwanted(reason));
    }
}
