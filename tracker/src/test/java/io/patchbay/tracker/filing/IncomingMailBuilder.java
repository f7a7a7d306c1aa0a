package io.patchbay.tracker.filing;

import io.patchbay.mail.Author;
import io.patchbay.mail.SeriesMarker;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A letter as a test needs it: from Ada, on the harbour's list, at noon, unless said otherwise. */
public final class IncomingMailBuilder {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final State NEW = new State(1, "New", "new", 0, true);

    private final IncomingMail.Kind kind;
    private final MessageId id;
    private String name;
    private Project project = Desk.HARBOR;
    private final List<MessageId> references = new ArrayList<>();
    private Instant date = NOON;
    private @Nullable Author author = new Author("Ada", "ada@example.com");
    private @Nullable SeriesMarker marker;
    private int version = 1;
    private @Nullable String delegateEmail;
    private @Nullable Long delegateByPath;
    private boolean asksForAction;
    private Map<Long, Integer> tags = Map.of();
    private List<Dependencies.Target> needs = List.of();

    private IncomingMailBuilder(IncomingMail.Kind kind, String id) {
        this.kind = kind;
        this.id = new MessageId(id);
        this.name = "subject of " + id;
    }

    static IncomingMailBuilder patch(String id) {
        return new IncomingMailBuilder(IncomingMail.Kind.PATCH, id);
    }

    static IncomingMailBuilder patch(String id, int number, int total) {
        var letter = patch(id);
        letter.name = "[%d/%d] subject of %s".formatted(number, total, id);
        letter.marker = new SeriesMarker(number, total);
        return letter;
    }

    static IncomingMailBuilder cover(String id, int total) {
        var letter = new IncomingMailBuilder(IncomingMail.Kind.COVER, id);
        letter.name = "[0/%d] cover %s".formatted(total, id);
        letter.marker = new SeriesMarker(0, total);
        return letter;
    }

    static IncomingMailBuilder comment(String id) {
        return new IncomingMailBuilder(IncomingMail.Kind.COMMENT, id);
    }

    IncomingMailBuilder named(String name) {
        this.name = name;
        return this;
    }

    IncomingMailBuilder in(Project project) {
        this.project = project;
        return this;
    }

    /** The most recent first. */
    IncomingMailBuilder inReplyTo(String... ids) {
        Stream.of(ids).map(MessageId::new).forEach(references::add);
        return this;
    }

    IncomingMailBuilder after(Duration duration) {
        date = NOON.plus(duration);
        return this;
    }

    IncomingMailBuilder from(@Nullable String name, String email) {
        author = new Author(name, email);
        return this;
    }

    /** A list or a relay sent it under its own address. */
    IncomingMailBuilder hiddenFrom(@Nullable String name, String email) {
        author = new Author(name, email, true);
        return this;
    }

    IncomingMailBuilder fromNowhere() {
        author = null;
        return this;
    }

    IncomingMailBuilder version(int version) {
        this.version = version;
        return this;
    }

    IncomingMailBuilder delegatedTo(@Nullable String email, @Nullable Long byPath) {
        delegateEmail = email;
        delegateByPath = byPath;
        return this;
    }

    IncomingMailBuilder askingForAction() {
        asksForAction = true;
        return this;
    }

    IncomingMailBuilder giving(Map<Long, Integer> tags) {
        this.tags = tags;
        return this;
    }

    IncomingMailBuilder needing(Dependencies.Target... targets) {
        needs = List.of(targets);
        return this;
    }

    IncomingMail build() {
        boolean isPatch = kind == IncomingMail.Kind.PATCH;
        return new IncomingMail(
                kind,
                project,
                id,
                List.copyOf(references),
                date,
                author,
                name,
                marker,
                version,
                new MailContent(
                        new MailText(
                                "Subject: " + name,
                                "text of " + id,
                                isPatch ? "diff of " + id : null),
                        references,
                        null),
                null,
                isPatch ? "hash of " + id : null,
                NEW,
                delegateEmail,
                delegateByPath,
                asksForAction,
                tags,
                needs,
                false,
                null,
                null,
                false);
    }
}
