package io.patchbay.tracker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Author;
import io.patchbay.mail.Mail;
import io.patchbay.mail.StoredHeaders;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.MovedMails;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.editing.PersonRules;
import io.patchbay.tracker.editing.PersonRules.Submitted;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.reading.Archive;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks up what people have submitted, and has the rules decide whose it becomes. */
final class PersonDecisions {

    /** Mails that are read again at once; only who wrote them is kept. */
    private static final int AT_ONCE = 200;

    private final Reading reading;
    private final Actor actor;

    PersonDecisions(Reading reading, Actor actor) {
        this.reading = reading;
        this.actor = actor;
    }

    Edited<PersonMoves> of(Change.SplitPerson change) {
        var lacking = PersonRules.lacking(actor);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var person = reading.people().withId(change.id()).orElse(null);
        if (person == null) {
            return unknown(change.id());
        }
        var mails = submitted(person);
        var moves =
                PersonRules.split(
                        person, mails, reading.people().seriesOf(person.id()), people(mails));
        return new Edited.Done<>(moves, !moves.parts().isEmpty());
    }

    private static <T> Edited<T> unknown(long id) {
        return new Edited.Unknown<>("person", Long.toString(id));
    }

    private List<Submitted> submitted(Person person) {
        var listEmails = new HashMap<Long, String>();
        reading.projects()
                .all()
                .forEach(project -> listEmails.put(project.id(), project.listEmail()));
        var mails = reading.people().mailsOf(person.id());
        var keys = List.copyOf(mails.keySet());
        var submitted = new ArrayList<Submitted>();
        for (int start = 0; start < keys.size(); start += AT_ONCE) {
            var some = keys.subList(start, Math.min(keys.size(), start + AT_ONCE));
            var raw = reading.archive().raw(some);
            var texts = reading.archive().texts(some);
            for (var key : some) {
                var bytes = raw.get(key);
                var listEmail = listEmails.getOrDefault(mails.get(key), "");
                submitted.add(
                        new Submitted(
                                kind(key.kind()),
                                key.id(),
                                author(
                                        bytes == null ? asStored(texts.get(key)) : bytes,
                                        listEmail)));
            }
        }
        return submitted;
    }

    private static MovedMails.Kind kind(Archive.Kind kind) {
        return switch (kind) {
            case PATCH -> MovedMails.Kind.PATCH;
            case COVER -> MovedMails.Kind.COVER;
            case COMMENT_ON_PATCH -> MovedMails.Kind.PATCH_COMMENT;
            case COMMENT_ON_COVER -> MovedMails.Kind.COVER_COMMENT;
        };
    }

    private static @Nullable Author author(byte[] mail, String listEmail) {
        try {
            return Mail.read(mail).uncoveredAuthor(listEmail).orElse(null);
        } catch (UnreadableMail unreadable) {
            return null;
        }
    }

    /** A mail of which only what was read is kept: its text is decoded. */
    private static byte[] asStored(@Nullable MailText text) {
        if (text == null) {
            return new byte[0];
        }
        var mail = new StringBuilder();
        for (var header : StoredHeaders.parse(text.headers())) {
            if (!header.name().toLowerCase(Locale.ROOT).startsWith("content-")) {
                mail.append(header.name()).append(": ").append(header.value()).append('\n');
            }
        }
        var content = text.content();
        return mail.append('\n').append(content == null ? "" : content).toString().getBytes(UTF_8);
    }

    /** Those who have written under these addresses, by address in lower case. */
    private Map<String, Person> people(List<Submitted> mails) {
        var people = new HashMap<String, Person>();
        var asked = new HashSet<String>();
        for (var mail : mails) {
            var author = mail.author();
            if (author != null && asked.add(author.email().toLowerCase(Locale.ROOT))) {
                reading.people().idsWithEmail(author.email()).stream()
                        .findFirst()
                        .flatMap(id -> reading.people().withId(id))
                        .ifPresent(person ->
                                people.put(author.email().toLowerCase(Locale.ROOT), person));
            }
        }
        return people;
    }

    Edited<PersonMoves> of(Change.MergePersons change) {
        var lacking = PersonRules.lacking(actor);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var from = reading.people().withId(change.from()).orElse(null);
        var into = reading.people().withId(change.into()).orElse(null);
        if (from == null || into == null) {
            return unknown(from == null ? change.from() : change.into());
        }
        return PersonRules.merge(from, into, submitted(from.id()));
    }

    private Map<MovedMails.Kind, List<Long>> submitted(long person) {
        var submitted = new EnumMap<MovedMails.Kind, List<Long>>(MovedMails.Kind.class);
        for (var key : reading.people().mailsOf(person).keySet()) {
            submitted.computeIfAbsent(kind(key.kind()), _ -> new ArrayList<>()).add(key.id());
        }
        for (var series : reading.people().seriesOf(person)) {
            submitted
                    .computeIfAbsent(MovedMails.Kind.SERIES, _ -> new ArrayList<>())
                    .add(series.id());
        }
        return submitted;
    }

    Edited<List<MovedMails>> of(Change.UndoMoves change) {
        var lacking = PersonRules.lacking(actor);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var entry = reading.audit().withId(change.entry()).orElse(null);
        if (entry == null) {
            return new Edited.Unknown<>("audit record", Long.toString(change.entry()));
        }
        Set<Long> people = new HashSet<>();
        for (var one : entry.changes()) {
            MovedMails.of(one)
                    .flatMap(moved -> reading.people().withId(moved.from()))
                    .ifPresent(person -> people.add(person.id()));
        }
        var now = new HashMap<Long, Map<MovedMails.Kind, List<Long>>>();
        return PersonRules.undo(
                entry,
                moved -> {
                    var ofPerson = now.computeIfAbsent(moved.to(), this::submitted);
                    var there = new HashSet<>(ofPerson.getOrDefault(moved.kind(), List.of()));
                    return moved.ids().stream().filter(there::contains).count();
                },
                people);
    }
}
