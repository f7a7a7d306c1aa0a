package io.patchbay.tracker.filing;

import io.patchbay.mail.Mail;
import io.patchbay.mail.PullRequest;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

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
        for (var header : List.of("From", "Subject", "Message-Id")) {
            if (!mail.has(header)) {
                return broken("Missing '%s' header".formatted(header));
            }
        }
        if (mail.cleaned("X-Patchwork-Hint").filter("ignore"::equalsIgnoreCase).isPresent()) {
            return unwanted(Filed.Reason.HINT_IGNORE);
        }
        var project = listId == null ? projects.projectOf(mail) : projects.projectOf(mail, listId);
        return project.map(found -> sort(mail, found))
                .orElseGet(() -> unwanted(Filed.Reason.UNKNOWN_LIST));
    }

    private Sorted sort(Mail mail, Project project) {
        var id = mail.id();
        if (id.isEmpty()) {
            return broken("Broken 'Message-Id' header");
        }
        var subject = mail.subject(project.linkName());
        if (subject.isEmpty()) {
            return broken("Invalid 'Subject' header");
        }
        var body = mail.body();
        if (body.isEmpty()) {
            return unwanted(Filed.Reason.NO_CONTENT);
        }

        var diff = body.diff();
        var pullUrl = mail.isReply() ? null : PullRequest.urlIn(body.content()).orElse(null);
        if (pullUrl != null && pullUrl.length() > LONGEST_PULL_URL) {
            return broken("The pull URL is longer than %d characters".formatted(LONGEST_PULL_URL));
        }
        var marker = subject.get().marker().orElse(null);
        var kind = IncomingMail.Kind.COMMENT;
        if (!mail.isReply() && (diff != null || pullUrl != null)) {
            kind = IncomingMail.Kind.PATCH;
        } else if (!mail.isReply() && marker != null && marker.number() == 0) {
            kind = IncomingMail.Kind.COVER;
        }
        return new Sorted.ToDecide(
                new IncomingMail(
                        kind,
                        project,
                        id.get(),
                        mail.references(),
                        mail.date().orElseGet(clock::instant),
                        mail.author(project.listEmail()).orElse(null),
                        subject.get().storedName(),
                        marker,
                        subject.get().version(),
                        new MailContent(
                                new MailText(
                                        mail.storedHeaders(),
                                        body.content(),
                                        diff == null ? null : diff.text()),
                                mail.references(),
                                mail.raw()),
                        pullUrl,
                        diff == null ? null : diff.hash(),
                        mail.cleaned("X-Patchwork-State")
                                .map(rulebook::stateNamed)
                                .orElseGet(rulebook::initialState),
                        mail.cleaned("X-Patchwork-Delegate").orElse(null),
                        diff == null ? null : delegateByPath(project, diff).orElse(null),
                        mail.has("X-Patchwork-Action-Required"),
                        project.useTags() ? tagging.count(body.content()) : Map.of(),
                        kind == IncomingMail.Kind.COMMENT
                                ? List.of()
                                : Dependencies.in(body.content())));
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
