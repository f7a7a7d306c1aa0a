package io.patchbay.bench.archive;

import io.patchbay.bench.measure.Unwatched;
import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.source.MailSource;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Selection;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/**
 * Fills a store as years of work would have: mails of many senders on many lists, most patches in a
 * final state, some delegated, some checked. The same numbers give the same store.
 */
public final class StoreMaker {

    private static final Actor OPERATOR =
            Actor.operator(new Origin("bench", "patchbay bench store"));

    private static final int BATCH = 1_000;
    private static final int USERS = 20;
    private static final List<Selection.Order> NEWEST_FIRST =
            List.of(new Selection.Order(Selection.Field.ID, true));

    private final Store store;
    private final Random random = new Random(2026);

    public StoreMaker(Store store) {
        this.store = store;
    }

    public void addLists(int count) {
        store.write(writing -> {
            for (int list = 0; list < count; list++) {
                writing.setup()
                        .addProject(
                                new NewProject(
                                        "bench-" + list,
                                        "Bench " + list,
                                        Archive.listId(list),
                                        "bench-" + list + "@lists.example.org",
                                        ""));
            }
            return count;
        });
    }

    void file(MailSource mails) throws IOException {
        var unused =
                new BulkIntake(new Filing(store, InstantSource.system()), new Unwatched())
                        .take(mails);
    }

    public long countPatches() {
        return store.read(reading ->
                reading.patches().list(new Selection(List.of(), List.of(), 0, 1)).total());
    }

    /** Gives the patches states, delegates and checks. */
    void work() {
        var users = store.write(this::addUsers);
        long last =
                store.read(reading ->
                        reading.patches()
                                .list(new Selection(List.of(), NEWEST_FIRST, 0, 1))
                                .rows()
                                .getFirst()
                                .id());
        for (long id = 1; id <= last; id += BATCH) {
            long from = id;
            store.write(writing -> {
                var states = writing.projects().states();
                for (long one = from; one < Math.min(last + 1, from + BATCH); one++) {
                    writing.patches()
                            .withId(one)
                            .ifPresent(patch -> work(patch, states, users, writing));
                }
                return last;
            });
        }
    }

    private List<User> addUsers(Writing writing) {
        for (int user = 0; user < USERS; user++) {
            writing.accounts()
                    .add(
                            new NewUser(
                                    "bench" + user,
                                    "",
                                    "Bench",
                                    "User " + user,
                                    "bench" + user + "@example.org",
                                    true,
                                    false));
        }
        return writing.users().list(new Selection(List.of(), List.of(), 0, USERS)).rows();
    }

    /** Of ten patches, seven are done with, and of ten, one is archived and two have checks. */
    private void work(Patch patch, List<State> states, List<User> users, Writing writing) {
        var state = patch.state();
        if (random.nextInt(10) < 7) {
            state = states.get(1 + random.nextInt(states.size() - 1));
        }
        boolean archived = random.nextInt(10) < 1;
        var user = users.get(random.nextInt(users.size()));
        var delegate = random.nextInt(10) < 3 ? user : null;
        var after = patch.with(state, archived, delegate, patch.commitRef(), patch.pullUrl());
        writing.edits().keep(new PatchEdited(patch, after, new Relating.Unchanged()), OPERATOR);
        if (random.nextInt(10) < 2) {
            for (var context : List.of("build", "tests")) {
                var outcome = CheckState.of(random.nextInt(CheckState.values().length));
                writing.edits().add(patch, new NewCheck(user, outcome, null, null, context));
            }
        }
    }
}
