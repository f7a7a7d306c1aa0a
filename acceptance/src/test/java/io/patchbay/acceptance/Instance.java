package io.patchbay.acceptance;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.query.Selection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A store with the project of one list, and mails filed into it. */
final class Instance {

    static final Selection EVERYTHING =
            new Selection(
                    List.of(),
                    List.of(new Selection.Order(Selection.Field.ID, false)),
                    0,
                    Integer.MAX_VALUE);

    final Store store;
    final Filing filing;

    Instance(Store store, InstantSource clock) {
        this.store = store;
        this.filing = new Filing(store, clock);
    }

    /** One that files as Patchwork does, for comparison with what it made of the same mails. */
    long addProject(String linkName, String listId, String listEmail) {
        return addProject(linkName, listId, listEmail, RuleSet.PATCHWORK);
    }

    long addProject(String linkName, String listId, String listEmail, RuleSet rules) {
        return store.write(writing ->
                writing.setup()
                        .addProject(
                                new NewProject(linkName, linkName, listId, listEmail, "", rules)));
    }

    List<Filed> file(List<Mail> mails, int batchSize) {
        return file(filing, mails, batchSize);
    }

    static List<Filed> file(Filing filing, List<Mail> mails, int batchSize) {
        var filed = new ArrayList<Filed>(mails.size());
        for (int at = 0; at < mails.size(); at += batchSize) {
            filed.addAll(filing.file(mails.subList(at, Math.min(mails.size(), at + batchSize))));
        }
        return filed;
    }
}
