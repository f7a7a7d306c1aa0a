package io.patchbay.tracker;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.RepeatKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one road of every change that people and programs ask for: what it names is looked up, the
 * rules of {@link io.patchbay.tracker.editing} decide, and what they decided is kept with its
 * events and its audit record, in one transaction.
 */
public final class Editing {

    private final Store store;

    public Editing(Store store) {
        this.store = store;
    }

    public <T> Edited<T> apply(Change<T> change, Actor actor) {
        return actor.isAnonymous() ? refused(change, actor) : written(change, actor);
    }

    /** Who has not signed in may change nothing, and is told so without a writer's turn. */
    private <T> Edited<T> refused(Change<T> change, Actor actor) {
        return decide(change, actor)
                .map(done -> {
                    throw new IllegalStateException("nobody has signed in for " + change);
                });
    }

    private <T> Edited<T> written(Change<T> change, Actor actor) {
        return store.write(actor, writing -> new EditTransaction(writing, actor).apply(change));
    }

    /**
     * What may be sent again under the same key is made once (docs/adr/0012).
     *
     * @param key null for what is made each time
     */
    public <T> Edited<T> apply(Change.Repeatable<T> change, Actor actor, @Nullable RepeatKey key) {
        return key == null || actor.isAnonymous()
                ? apply(change, actor)
                : store.write(
                        actor, writing -> new EditTransaction(writing, actor).once(change, key));
    }

    /**
     * Those that the actor has no right to leave the others alone; any other that is refused undoes
     * all, and is the only outcome.
     */
    public <T> List<Edited<T>> applyPermitted(List<? extends Change<T>> changes, Actor actor) {
        return applyUnless(outcome -> !isDone(outcome) && !isNotAllowed(outcome), changes, actor);
    }

    /** All or none: one that is refused undoes the others, and is the only outcome. */
    public <T> List<Edited<T>> applyAll(List<? extends Change<T>> changes, Actor actor) {
        return applyUnless(outcome -> !isDone(outcome), changes, actor);
    }

    private static boolean isDone(Edited<?> outcome) {
        return outcome instanceof Edited.Done<?>;
    }

    private static boolean isNotAllowed(Edited<?> outcome) {
        return outcome instanceof Edited.NotAllowed<?>;
    }

    private <T> List<Edited<T>> applyUnless(
            Predicate<Edited<?>> undoes, List<? extends Change<T>> changes, Actor actor) {
        try {
            return store.write(
                    actor,
                    writing -> {
                        var transaction = new EditTransaction(writing, actor);
                        var outcomes = new ArrayList<Edited<T>>();
                        for (int i = 0; i < changes.size(); i++) {
                            var outcome = transaction.apply(changes.get(i));
                            if (undoes.test(outcome)) {
                                throw new Undone(i, outcome);
                            }
                            outcomes.add(outcome);
                        }
                        return outcomes;
                    });
        } catch (Undone undone) {
            return List.of(undone.<T>outcome());
        }
    }

    /** Has the store undo what was written before one of several changes was refused. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Edited<?> outcome;

        Undone(int index, Edited<?> outcome) {
            super("change %d was refused: %s".formatted(index, outcome), null, false, false);
            this.outcome = outcome;
        }

        <T> Edited<T> outcome() {
            return outcome.map(done -> {
                throw new IllegalStateException("done, so not undone: " + done);
            });
        }
    }

    /** What would become of the change; a door asks if it has found something wrong itself. */
    public Edited<?> decide(Change<?> change, Actor actor) {
        return store.read(reading -> new EditDecisions(reading, actor).of(change));
    }
}
