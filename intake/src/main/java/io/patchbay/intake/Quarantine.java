package io.patchbay.intake;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.MailSource.Absence;
import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.StoreUnavailable;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mails that could not be filed, and the others that are kept for a while. */
public final class Quarantine {

    private static final int AT_ONCE = 500;

    private final Store store;
    private final Filing filing;

    public Quarantine(Store store, Filing filing) {
        this.store = store;
        this.filing = filing;
    }

    /** Those that wait for a decision, in the order in which they came. */
    public List<KeptMail> list() {
        return list(false);
    }

    /** Also those that were filed, or dropped, and are kept for a while. */
    public List<KeptMail> listAllKept() {
        return list(true);
    }

    private List<KeptMail> list(boolean everything) {
        var all = new ArrayList<KeptMail>();
        for (var page = page(everything, 0); !page.isEmpty(); ) {
            all.addAll(page);
            page = page(everything, page.getLast().id());
        }
        return all;
    }

    private List<KeptMail> page(boolean everything, long after) {
        return store.read(reading -> reading.keptMails().list(everything, after, AT_ONCE));
    }

    public long size() {
        return store.read(reading -> reading.keptMails().quarantined());
    }

    /** How many of them an archive is known to hold and lacks. */
    public long missing() {
        return store.read(reading -> reading.keptMails().missing());
    }

    public Optional<KeptMail> find(long id) {
        return store.read(reading -> reading.keptMails().find(id));
    }

    /** The mail as it came. */
    public Optional<byte[]> bytes(long id) {
        return store.read(reading -> reading.keptMails().packed(id)).map(Packing::unpack);
    }

    /** A mail that cannot be filed, and why. */
    record Unfiled(Arrival.Raw mail, @Nullable String listId, Fate fate) {}

    /** Keeps mails that cannot be filed, each once however often it comes. */
    void add(List<Unfiled> mails) {
        var parcels = mails.stream().map(one -> Packing.pack(one.mail(), one.listId())).toList();
        store.write(writing -> {
            for (int at = 0; at < parcels.size(); at++) {
                writing.mailKeeping().keep(parcels.get(at), mails.get(at).fate());
            }
            return parcels.size();
        });
    }

    /** Notes mails that cannot be had now, without any bytes; those that have come are let go. */
    void note(List<Absence> absences, @Nullable String listId) {
        store.write(writing -> {
            for (var absence : absences) {
                var parcel = Packing.nothing(absence.origin(), listId);
                if (absence.reason() == null) {
                    writing.mailKeeping().letGo(parcel.digest());
                } else {
                    writing.mailKeeping().keep(parcel, new Fate(Outcome.BROKEN, absence.reason()));
                }
            }
            return absences.size();
        });
    }

    /**
     * Files a kept mail again, as if it came now; it leaves the quarantine if that succeeds. Empty
     * if there is no such mail.
     */
    public Optional<Fate> retry(long id) {
        return find(id).flatMap(kept -> bytes(id).map(bytes -> retry(kept, bytes)));
    }

    private Fate retry(KeptMail kept, byte[] bytes) {
        if (bytes.length == 0) {
            // Only its source can give it, and is asked again by itself.
            return new Fate(kept.outcome(), kept.reason());
        }
        try {
            return file(kept, read(kept, bytes));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return settled(kept, new Fate(Outcome.BROKEN, "cannot be filed: " + e));
        }
    }

    private static Mail read(KeptMail kept, byte[] bytes) {
        var form = kept.archived() ? Form.ARCHIVED : Form.DELIVERED;
        return new Arrival.Raw(kept.origin(), bytes, form).read().prepared();
    }

    private Fate file(KeptMail kept, Mail mail) {
        var to = kept.listId() == null ? filing : filing.under(kept.listId());
        var filed =
                to.file(
                        List.of(mail),
                        (writing, outcomes) -> settle(writing, kept, outcomes.getFirst().fate()));
        return filed.getFirst().fate();
    }

    /** What was filed is kept with what was made of it. */
    private static void settle(Writing writing, KeptMail kept, Fate fate) {
        if (fate.outcome().isNew()) {
            var unused = writing.mailKeeping().drop(kept.id());
        } else {
            writing.mailKeeping().settle(kept.id(), fate);
        }
    }

    private Fate settled(KeptMail kept, Fate fate) {
        return store.write(writing -> {
            writing.mailKeeping().settle(kept.id(), fate);
            return fate;
        });
    }

    /** False if there is no such mail. */
    public boolean drop(long id) {
        return store.write(writing -> writing.mailKeeping().drop(id));
    }
}
