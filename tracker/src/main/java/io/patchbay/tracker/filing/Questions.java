package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.RuleSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What filing some mails wants to know of the store, gathered so that it is asked at once. */
public final class Questions {

    private final Set<String> patches = new HashSet<>();
    private final Set<String> covers = new HashSet<>();
    private final Set<String> comments = new HashSet<>();
    private final Set<String> coverNames = new HashSet<>();
    private final Map<Long, Set<String>> references = new HashMap<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> users = new HashSet<>();
    private final Set<Long> series = new HashSet<>();
    private final List<Window> windows = new ArrayList<>();
    private boolean asksThreads;
    private boolean asksWaiting;

    /** The series of one submitter that begin within a time, both ends included. */
    public record Window(String email, Instant from, Instant to) {}

    public static Questions about(List<IncomingMail> letters) {
        var questions = new Questions();
        letters.forEach(questions::add);
        return questions;
    }

    private void add(IncomingMail mail) {
        if (mail.author() != null) {
            people.add(key(mail.author().email()));
        }
        switch (mail.kind()) {
            case PATCH -> addPatch(mail);
            case COVER -> addCover(mail);
            case COMMENT -> addComment(mail);
        }
        for (var target : mail.needs()) {
            switch (target) {
                case Dependencies.Target.OfSeries(var id) -> series.add(id);
                case Dependencies.Target.OfMail(var id) -> {
                    patches.add(id.stored());
                    covers.add(id.stored());
                }
            }
        }
    }

    private void addPatch(IncomingMail mail) {
        patches.add(mail.id().stored());
        if (mail.delegateEmail() != null) {
            users.add(key(mail.delegateEmail()));
        }
        // A patch that stands alone takes references too, so it has to know which are taken.
        addReference(mail, mail.id());
        mail.references().forEach(reference -> addReference(mail, reference));
        if (mail.project().rules() == RuleSet.PATCHBAY) {
            addThread(mail);
            comments.add(mail.id().stored());
            asksWaiting |= mail.answer() != null;
            covers.add(mail.id().stored());
        }
        if (mail.isPartOfSeries()) {
            addWindow(mail);
        }
    }

    /** Which of the mails that it refers to are here. */
    private void addThread(IncomingMail mail) {
        asksThreads = true;
        for (var reference : mail.references()) {
            patches.add(reference.stored());
            covers.add(reference.stored());
            comments.add(reference.stored());
        }
    }

    private void addWindow(IncomingMail mail) {
        if (mail.author() != null) {
            var reach = SeriesRules.reach(mail);
            windows.add(
                    new Window(
                            key(mail.author().email()),
                            mail.date().minus(reach),
                            mail.date().plus(reach)));
        }
    }

    private void addCover(IncomingMail mail) {
        covers.add(mail.id().stored());
        addReference(mail, mail.id());
        if (mail.project().rules() == RuleSet.PATCHBAY) {
            asksThreads = true;
            mail.references().forEach(reference -> addReference(mail, reference));
            addWindow(mail);
        }
        if (!mail.references().isEmpty()) {
            coverNames.add(mail.name());
            addComment(mail);
        }
    }

    private void addComment(IncomingMail mail) {
        asksWaiting |= mail.mayWait();
        comments.add(mail.id().stored());
        for (MessageId reference : mail.references()) {
            patches.add(reference.stored());
            covers.add(reference.stored());
            comments.add(reference.stored());
        }
    }

    private void addReference(IncomingMail mail, MessageId id) {
        references
                .computeIfAbsent(mail.project().id(), project -> new HashSet<>())
                .add(id.stored());
    }

    /** As addresses are compared. */
    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Message-IDs of patches, in whatever project. */
    public Set<String> patches() {
        return patches;
    }

    /** Message-IDs of cover letters, in whatever project. */
    public Set<String> covers() {
        return covers;
    }

    /** Message-IDs of comments on patches or cover letters, in whatever project. */
    public Set<String> comments() {
        return comments;
    }

    public Set<String> coverNames() {
        return coverNames;
    }

    /** Message-IDs by which a series of a project may be found, by project id. */
    public Map<Long, Set<String>> references() {
        return references;
    }

    /** Addresses of persons, in lower case. */
    public Set<String> people() {
        return people;
    }

    /** Addresses of users, in lower case. */
    public Set<String> users() {
        return users;
    }

    /** Whether to tell of each series by which Message-IDs it is found. */
    public boolean asksThreads() {
        return asksThreads;
    }

    /** Whether to tell which of the {@link #comments} wait for more of their thread. */
    public boolean asksWaiting() {
        return asksWaiting;
    }

    public Set<Long> series() {
        return series;
    }

    /** Times in which to look for series; the address in lower case. */
    public List<Window> windows() {
        return windows;
    }
}
