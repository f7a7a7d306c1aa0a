package io.patchbay.tracker;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.filing.FilingContext;
import io.patchbay.tracker.filing.PreparedMail;
import io.patchbay.tracker.filing.Sorting;
import io.patchbay.tracker.packing.MailUpkeep;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Files mails, in the order in which they come: a batch is kept in one transaction, with all its
 * events, and equals the same mails filed one by one (docs/adr/0005).
 */
public final class Filing {

    private final Store store;
    private final InstantSource clock;
    private final @Nullable String listId;
    private volatile @Nullable Sorting latest;

    /** Files each mail under the project that its headers name. */
    public Filing(Store store, InstantSource clock) {
        this(store, clock, null);
    }

    private Filing(Store store, InstantSource clock, @Nullable String listId) {
        this.store = store;
        this.clock = clock;
        this.listId = listId;
    }

    /** Files under the project with this list id whatever the list headers say. */
    public Filing under(String listId) {
        return new Filing(store, clock, listId);
    }

    /** Null if the headers of each mail are asked. */
    public @Nullable String listId() {
        return listId;
    }

    /** What can be done for the mails that are kept while more of them come. */
    public MailUpkeep upkeep() {
        return store.upkeep();
    }

    public Filed file(Mail mail) {
        return file(List.of(mail)).getFirst();
    }

    /** One outcome a mail, in their order. */
    public List<Filed> file(List<Mail> mails) {
        return file(mails, (_, _) -> {});
    }

    /** Does something else in the same transaction, such as keeping the mails as they came. */
    public List<Filed> file(List<Mail> mails, BiConsumer<Writing, List<Filed>> alongside) {
        return filePresorted(mails.stream().map(this::presort).toList(), alongside);
    }

    /** What takes longest and needs no lock, to be done where there is time for it. */
    public PreparedMail presort(Mail mail) {
        return PreparedMail.of(mail, latest, listId).packed(store.packing());
    }

    /** Files mails that this has sorted, like {@link #file(List)}. */
    public List<Filed> filePresorted(List<PreparedMail> mails) {
        return filePresorted(mails, (_, _) -> {});
    }

    private List<Filed> filePresorted(
            List<PreparedMail> mails, BiConsumer<Writing, List<Filed>> alongside) {
        return store.write(writing -> {
            var cabinet = writing.filing();
            var sorting = sortingBy(cabinet.rulebook());
            var sorted = mails.stream().map(mail -> mail.by(sorting, listId)).toList();
            var filed = FilingBatch.file(sorted, cabinet, sorting, listId);
            alongside.accept(writing, filed);
            return filed;
        });
    }

    /** The latest one again if the rules are still the same. */
    private Sorting sortingBy(FilingContext rulebook) {
        var sorting = latest;
        if (sorting == null || !sorting.rulebook().equals(rulebook)) {
            sorting = new Sorting(rulebook, clock);
            latest = sorting;
        }
        return sorting;
    }
}
