package io.patchbay.intake.source;

import io.patchbay.intake.source.Arrival.Raw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Begins an archive in its middle: what is older than its newest mails counts as read. */
public final class NewestMails {

    private NewestMails() {}

    /** Whether any of it was read before. */
    public static boolean hasBegun(InboxFolder inbox, ReadMarks marks) {
        return inbox.epochs().stream().anyMatch(epoch -> marks.at(epoch.place()).isPresent());
    }

    /** Up to so many of the newest mails, those that can be read. */
    public static List<Raw> read(InboxFolder inbox, int most) throws IOException {
        var mails = new ArrayList<Raw>();
        for (var epoch : inbox.epochs().reversed()) {
            if (mails.size() >= most) {
                break;
            }
            try (var opened = InboxEpoch.open(epoch)) {
                opened.find(opened.newest(most - mails.size()).next(), List.of());
                for (var next = opened.next(); next != null; next = opened.next()) {
                    if (next instanceof Raw mail) {
                        mails.add(mail);
                    }
                }
            }
        }
        return mails;
    }

    /**
     * Does nothing if any of it was read before. Mails that were withdrawn count, and a commit of
     * several mails counts once.
     */
    public static void mark(InboxFolder inbox, ReadMarks marks, long newest) throws IOException {
        if (hasBegun(inbox, marks)) {
            return;
        }
        var positions = new HashMap<String, String>();
        long left = newest;
        for (var epoch : inbox.epochs().reversed()) {
            try (var opened = InboxEpoch.open(epoch)) {
                var found = opened.newest(left);
                left -= found.commits();
                if (found.next() != null) {
                    positions.put(epoch.place(), found.next().name());
                }
            }
        }
        marks.put(positions);
    }
}
