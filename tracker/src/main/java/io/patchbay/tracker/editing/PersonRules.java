package io.patchbay.tracker.editing;

import io.patchbay.mail.Author;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.reading.People.SubmittedSeries;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What becomes of people who are split, merged, or put back. Pure. */
public final class PersonRules {

    private PersonRules() {}

    /**
     * A mail that was filed under a person.
     *
     * @param author who wrote it, by what it says itself; null if it does not tell
     */
    public record Submitted(MovedMails.Kind kind, long id, @Nullable Author author) {}

    /** All are the operator's to ask for: whose mail is whose is nobody's own affair. */
    public static @Nullable Right lacking(Actor actor) {
        return actor.isOperator() ? null : Right.OPERATE;
    }

    /**
     * Each mail that a list or relay sent goes to whoever wrote it. A series follows its cover
     * letter, or else its first patch that does.
     *
     * @param people by address in lower case, those who are here
     */
    public static PersonMoves split(
            Person person,
            List<Submitted> mails,
            List<SubmittedSeries> series,
            Map<String, Person> people) {
        var parts = new LinkedHashMap<String, PersonMoves.Part>();
        var owners = new HashMap<MovedMails.Kind, Map<Long, String>>();
        int staying = 0;
        for (var mail : mails) {
            var author = mail.author();
            if (author == null
                    || !author.isHidden()
                    || author.email().equalsIgnoreCase(person.email())) {
                staying++;
                continue;
            }
            var key = author.email().toLowerCase(Locale.ROOT);
            add(parts, key, people.getOrDefault(key, known(author)), mail.kind(), mail.id());
            owners.computeIfAbsent(mail.kind(), _ -> new HashMap<>()).put(mail.id(), key);
        }
        for (var one : series) {
            var key = owner(one, owners);
            if (key != null) {
                add(
                        parts,
                        key,
                        Objects.requireNonNull(parts.get(key)).to(),
                        MovedMails.Kind.SERIES,
                        one.id());
            }
        }
        return new PersonMoves(person, List.copyOf(parts.values()), staying, 0);
    }

    private static Person known(Author author) {
        return new Person(PersonMoves.NEW, author.name(), author.email(), null);
    }

    private static @Nullable String owner(
            SubmittedSeries series, Map<MovedMails.Kind, Map<Long, String>> owners) {
        var covers = owners.getOrDefault(MovedMails.Kind.COVER, Map.of());
        var patches = owners.getOrDefault(MovedMails.Kind.PATCH, Map.of());
        var byCover = series.cover() == null ? null : covers.get(series.cover());
        return byCover != null
                ? byCover
                : series.patches().stream()
                        .map(patches::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static void add(
            Map<String, PersonMoves.Part> parts,
            String key,
            Person to,
            MovedMails.Kind kind,
            long id) {
        parts.computeIfAbsent(
                        key, _ -> new PersonMoves.Part(to, new EnumMap<>(MovedMails.Kind.class)))
                .ids()
                .computeIfAbsent(kind, _ -> new ArrayList<>())
                .add(id);
    }

    /** All that one has submitted becomes another's; neither name nor account changes. */
    public static Edited<PersonMoves> merge(
            Person from, Person into, Map<MovedMails.Kind, List<Long>> submitted) {
        if (from.id() == into.id()) {
            return Edited.Invalid.of(
                    new Problem.Outdated(
                            "person", Long.toString(from.id()), "these are one person already"));
        }
        boolean isEmpty = submitted.values().stream().allMatch(List::isEmpty);
        var parts =
                isEmpty
                        ? List.<PersonMoves.Part>of()
                        : List.of(new PersonMoves.Part(into, submitted));
        return new Edited.Done<>(new PersonMoves(from, parts, 0, 0), !isEmpty);
    }

    /**
     * What an audit record says was moved, if all of it is still where it was moved to.
     *
     * @param there counts how many of these are
     * @param people the ids of those that are here
     */
    public static Edited<List<MovedMails>> undo(
            AuditEntry entry, ToLongFunction<MovedMails> there, Set<Long> people) {
        var moved =
                entry.changes().stream().flatMap(change -> MovedMails.of(change).stream()).toList();
        var problem = moved.isEmpty() ? "it moved nothing of a person" : null;
        for (var one : moved) {
            long left = one.ids().size() - there.applyAsLong(one);
            if (left > 0 && problem == null) {
                problem =
                        "%d of %d (%s) that it gave to person %d are somebody else's now; undo first what came later"
                                .formatted(left, one.ids().size(), one.kind().word(), one.to());
            } else if (!people.contains(one.from()) && problem == null) {
                problem = "person %d is gone".formatted(one.from());
            }
        }
        return problem == null
                ? new Edited.Done<>(moved, true)
                : Edited.Invalid.of(
                        new Problem.Outdated("entry", Long.toString(entry.id()), problem));
    }
}
