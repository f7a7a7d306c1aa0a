package io.patchbay.tracker;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.patchbay.mail.Mail;
import io.patchbay.mail.header.MessageId;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.tracker.filing.Changes;
import io.patchbay.tracker.filing.Changes.Settled;
import io.patchbay.tracker.filing.Changes.Waiting;
import io.patchbay.tracker.filing.Conversation;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.filing.FilingRules;
import io.patchbay.tracker.filing.FilingStore;
import io.patchbay.tracker.filing.IncomingMail;
import io.patchbay.tracker.filing.Questions;
import io.patchbay.tracker.filing.Sorting;
import io.patchbay.tracker.filing.Sorting.Sorted;
import io.patchbay.tracker.mails.MailDigest;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.versions.Linking;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mails that are filed in one transaction, one after another. Whenever one is filed, those that
 * waited for it are looked at again (mail-ingest §23), whether they came in this batch or before.
 */
final class FilingBatch {

    private final FilingStore cabinet;
    private final @Nullable String listId;
    private final Changes ledger = new Changes();
    private final Map<Key, Late> late = new LinkedHashMap<>();
    private final Map<Key, List<Integer>> places = new HashMap<>();
    private final Map<Key, Set<Late>> awaiting = new HashMap<>();
    private final List<Filed> outcomes = new ArrayList<>();
    private final Map<Key, List<MailText>> texts = new HashMap<>();
    private final Conversation known;

    /** A mail in a project. */
    private record Key(long project, String msgid) {

        Key(IncomingMail mail) {
            this(mail.project().id(), mail.id().stored());
        }

        Key(IncomingMail mail, MessageId id) {
            this(mail.project().id(), id.stored());
        }
    }

    /**
     * A mail that waits for others of its thread.
     *
     * @param place among the mails of this batch, -1 if it came before
     * @param stored as it was kept; null if it came with this batch
     */
    private record Late(IncomingMail mail, int place, @Nullable Waiting stored) {}

    private FilingBatch(FilingStore cabinet, @Nullable String listId, Conversation known) {
        this.cabinet = cabinet;
        this.listId = listId;
        this.known = known;
    }

    /** One outcome a mail, in their order. */
    static List<Filed> file(
            List<Sorted> sorted, FilingStore cabinet, Sorting sorting, @Nullable String listId) {
        var letters = lettersIn(sorted);
        if (letters.isEmpty()) {
            return sorted.stream().map(one -> ((Sorted.Settled) one).filed()).toList();
        }
        var stored = storedFor(letters, cabinet, sorting);
        var asked = new ArrayList<>(letters);
        stored.forEach(one -> asked.add(one.mail()));
        var known = cabinet.around(Questions.about(asked));
        var batch = new FilingBatch(cabinet, listId, known);
        stored.forEach(one -> batch.await(one, FilingRules.awaited(one.mail(), known)));
        return batch.file(sorted);
    }

    private List<Filed> file(List<Sorted> sorted) {
        for (var one : sorted) {
            switch (one) {
                case Sorted.Settled(var settled) -> outcomes.add(settled);
                case Sorted.ToDecide(var mail) -> file(mail);
            }
        }
        keepWaiting();
        tellOthers(sorted);
        cabinet.keep(ledger);
        Linking.link(
                ledger.series().stream().map(Changes.SeriesEntry::id).toList(), cabinet.versions());
        return outcomes;
    }

    private static List<IncomingMail> lettersIn(List<Sorted> sorted) {
        return sorted.stream()
                .filter(Sorted.ToDecide.class::isInstance)
                .map(one -> ((Sorted.ToDecide) one).letter())
                .toList();
    }

    // --- Mails that wait ----------------------------------------------------------------------

    private static List<Late> storedFor(
            List<IncomingMail> letters, FilingStore cabinet, Sorting sorting) {
        var ids =
                letters.stream()
                        .filter(IncomingMail::mayWait)
                        .collect(
                                groupingBy(
                                        mail -> mail.project().id(),
                                        mapping(mail -> mail.id().stored(), toSet())));
        var read = new ArrayList<Late>();
        for (var waiting : ids.isEmpty() ? List.<Waiting>of() : cabinet.waitingFor(ids)) {
            var mail = read(waiting, sorting);
            if (mail != null && mail.mayWait()) {
                read.add(new Late(mail, -1, waiting));
            }
        }
        return read;
    }

    private static @Nullable IncomingMail read(Waiting waiting, Sorting sorting) {
        try {
            var mail =
                    waiting.archived()
                            ? Mail.readArchived(waiting.raw())
                            : Mail.read(waiting.raw());
            return sorting.sort(mail, waiting.project());
        } catch (UnreadableMail e) {
            // Another program kept it, with other limits. It goes when its time is over.
            return null;
        }
    }

    private void await(Late one, List<MessageId> awaited) {
        late.put(new Key(one.mail()), one);
        known.learnWaiting(one.mail().project().id(), one.mail().id().stored());
        for (var id : awaited) {
            awaiting.computeIfAbsent(new Key(one.mail(), id), _ -> new LinkedHashSet<>()).add(one);
        }
    }

    private void file(IncomingMail mail) {
        int place = outcomes.size();
        var filed = FilingRules.decide(mail, known);
        outcomes.add(filed);
        if (filed instanceof Filed.Duplicate) {
            ledger.enterAgain(mail);
        }
        enter(new Late(mail, place, null), filed);
        if (filed.fate().outcome().isNew()) {
            wake(new Key(mail));
        }
    }

    private void enter(Late one, Filed filed) {
        var mail = one.mail();
        known.add(filed);
        ledger.enter(filed);
        note(mail, filed);
        tell(one, filed);
        var awaited =
                FilingRules.waits(mail, filed)
                        ? FilingRules.awaited(mail, known)
                        : List.<MessageId>of();
        var key = new Key(mail);
        if (!awaited.isEmpty()) {
            var before = late.get(key);
            await(before == null ? one : before, awaited);
        } else if (filed instanceof Filed.AsComment && known.isWaiting(mail.project(), mail.id())) {
            settle(key, true);
        }
        var stored = one.stored();
        if (stored != null && filed instanceof Filed.AsComment) {
            ledger.enterSettled(
                    new Settled(key.project(), key.msgid(), awaited.isEmpty(), stored.digest()));
        }
    }

    /** What was made of a mail that waited, however often it stands in this batch. */
    private void tell(Late one, Filed filed) {
        if (one.place() >= 0) {
            outcomes.set(one.place(), filed);
        }
        if (filed instanceof Filed.AsComment) {
            for (int place : places.getOrDefault(new Key(one.mail()), List.of())) {
                if (place != one.place()) {
                    outcomes.set(place, new Filed.Duplicate(one.mail().id()));
                }
            }
        } else if (one.place() >= 0 && filed instanceof Filed.Unwanted) {
            places.computeIfAbsent(new Key(one.mail()), _ -> new ArrayList<>(1)).add(one.place());
        }
    }

    private void settle(Key key, boolean isStored) {
        var gone = late.remove(key);
        known.learnSettled(key.project(), key.msgid());
        if (isStored && (gone == null || gone.stored() != null)) {
            ledger.enterSettled(new Settled(key.project(), key.msgid(), true, null));
        }
    }

    /** Looks again at all that waited for a mail, and for what is filed because of that. */
    private void wake(Key come) {
        var coming = new ArrayDeque<Key>();
        coming.add(come);
        while (!coming.isEmpty()) {
            var waiting = awaiting.remove(coming.remove());
            if (waiting == null) {
                continue;
            }
            waiting.stream()
                    .filter(one -> late.get(new Key(one.mail())) == one)
                    .sorted(
                            Comparator.comparing((Late one) -> one.mail().date())
                                    .thenComparing(one -> one.mail().id().stored()))
                    .forEach(one -> {
                        var filed = FilingRules.decide(one.mail(), known);
                        if (filed instanceof Filed.AsComment) {
                            enter(one, filed);
                            coming.add(new Key(one.mail()));
                        } else if (FilingRules.awaited(one.mail(), known).isEmpty()) {
                            settle(new Key(one.mail()), true);
                        }
                    });
        }
    }

    private void keepWaiting() {
        for (var one : late.values()) {
            var raw = one.mail().content().raw();
            if (one.stored() == null && raw != null) {
                ledger.enterWaiting(
                        new Waiting(
                                one.mail().project().id(),
                                one.mail().id().stored(),
                                one.mail().archived(),
                                MailDigest.of(raw, listId),
                                raw,
                                FilingRules.awaited(one.mail(), known)));
            }
        }
    }

    // --- Mails of one Message-ID ----------------------------------------------------------------

    private void note(IncomingMail mail, Filed filed) {
        switch (filed) {
            case Filed.AsPatch(var patch, _, _, _, _, _) -> note(mail, patch.content().text());
            case Filed.AsCover(var cover, _, _, _, _) -> note(mail, cover.content().text());
            case Filed.AsComment(var comment, _, _) -> note(mail, comment.content().text());
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ -> {}
        }
    }

    private void note(IncomingMail mail, MailText text) {
        texts.computeIfAbsent(new Key(mail), _ -> new ArrayList<>(1)).add(text);
    }

    /** Which of the mails that are here already say something else than what is here. */
    private void tellOthers(List<Sorted> sorted) {
        var again = new LinkedHashMap<Integer, IncomingMail>();
        for (int place = 0; place < sorted.size(); place++) {
            if (outcomes.get(place) instanceof Filed.Duplicate
                    && sorted.get(place) instanceof Sorted.ToDecide(var mail)) {
                again.put(place, mail);
            }
        }
        if (again.isEmpty()) {
            return;
        }
        var stored =
                cabinet.textsOf(
                        again.values().stream()
                                .collect(
                                        groupingBy(
                                                mail -> mail.project().id(),
                                                mapping(mail -> mail.id().stored(), toSet()))));
        again.forEach((place, mail) -> {
            var here = new ArrayList<>(texts.getOrDefault(new Key(mail), List.of()));
            here.addAll(
                    stored.getOrDefault(mail.project().id(), Map.of())
                            .getOrDefault(mail.id().stored(), List.of()));
            if (!here.isEmpty() && here.stream().noneMatch(mail::saysSame)) {
                outcomes.set(place, new Filed.Duplicate(mail.id(), true));
            }
        });
    }
}
