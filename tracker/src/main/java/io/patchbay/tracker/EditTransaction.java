package io.patchbay.tracker;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.BundleRules;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.CheckRules;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Edited.Conflict;
import io.patchbay.tracker.editing.Edited.Done;
import io.patchbay.tracker.editing.Edited.Obstacle;
import io.patchbay.tracker.editing.MovedMails;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.editing.RepeatKey;
import io.patchbay.tracker.editing.UserRules;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Keeps what was decided, in the transaction in which it was looked up. */
final class EditTransaction {

    private final Writing writing;
    private final Actor actor;
    private final EditDecisions decisions;

    EditTransaction(Writing writing, Actor actor) {
        this.writing = writing;
        this.actor = actor;
        this.decisions = new EditDecisions(writing, actor);
    }

    // Each case makes what its change is declared to make.
    @SuppressWarnings("unchecked")
    <T> Edited<T> apply(Change<T> change) {
        return (Edited<T>)
                switch (change) {
                    case Change.EditPatch edit -> decisions.patch(edit).map(this::keep);
                    case Change.AddCheck add -> decisions.check(add).map(this::keep);
                    case Change.Address address ->
                            decisions
                                    .comment(address)
                                    .map(comment -> address(comment, address.addressed()));
                    case Change.AddBundle add -> decisions.bundle(add).map(this::keep);
                    case Change.EditBundle edit -> decisions.bundle(edit).map(this::keep);
                    case Change.OrderBundle order -> decisions.bundle(order).map(this::keep);
                    case Change.FillBundle fill -> decisions.bundle(fill).map(this::keep);
                    case Change.RemoveBundle remove -> decisions.bundle(remove).map(this::remove);
                    case Change.AddProject add -> decisions.project(add).map(this::add);
                    case Change.EditProject edit -> decisions.project(edit).map(this::keep);
                    case Change.AddUser add -> decisions.user(add).map(user -> add(add));
                    case Change.EditUser edit -> decisions.user(edit).map(this::keep);
                    case Change.AddToken add ->
                            UserRules.decide(add, actor)
                                    .map(it ->
                                            writing.accounts().addToken(it.userId(), it.token()));
                    case Change.SplitPerson split -> decisions.persons(split).map(this::move);
                    case Change.MergePersons merge -> decisions.persons(merge).map(this::move);
                    case Change.UndoMoves undo ->
                            decisions.persons(undo).map(moved -> moveBack(undo.entry(), moved));
                    case Change.RemoveToken remove ->
                            decisions.token(remove).map(id -> removeToken(remove.userId(), id));
                };
    }

    /**
     * Writers take turns, so of two that come at once the second finds what the first has made. The
     * rights are asked each time.
     */
    <T> Edited<T> once(Change.Repeatable<T> change, RepeatKey key) {
        var user = actor.user();
        var receipt =
                user == null
                        ? Optional.<Receipts.Receipt>empty()
                        : writing.receipts().of(user.id(), key.key());
        if (user == null || receipt.isEmpty()) {
            var made = apply(change);
            if (user != null && made instanceof Done<T>(var result, var _)) {
                writing.receipts()
                        .keep(
                                user.id(),
                                key.key(),
                                new Receipts.Receipt(key.request(), id(result)));
            }
            return made;
        }
        if (decisions.of(change) instanceof Edited.NotAllowed<?>(var right)) {
            return new Edited.NotAllowed<>(right);
        }
        if (!receipt.get().request().equals(key.request())) {
            return new Conflict<>(Obstacle.KEY_OF_OTHER_REQUEST);
        }
        return earlier(change, receipt.get().made())
                .<Edited<T>>map(result -> new Done<>(result, false))
                .orElseGet(() -> new Conflict<>(Obstacle.MADE_AND_GONE));
    }

    private static long id(Object made) {
        return switch (made) {
            case Check check -> check.id();
            case Bundle bundle -> bundle.id();
            default -> throw new IllegalArgumentException("has no receipt: " + made);
        };
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> earlier(Change.Repeatable<T> change, long id) {
        return (Optional<T>)
                switch (change) {
                    case Change.AddCheck add -> writing.checks().withId(add.patchId(), id);
                    case Change.AddBundle _ -> writing.bundles().withId(id);
                };
    }

    private Patch keep(PatchEdited edited) {
        writing.edits().keep(edited, actor);
        return edited.relating() instanceof Relating.Unchanged
                ? edited.after()
                : writing.patches().withId(edited.after().id()).orElseThrow();
    }

    private Check keep(CheckRules.Reported reported) {
        return reported.same() == null
                ? writing.edits().add(reported.patch(), reported.check())
                : reported.same();
    }

    private Comment address(Comment comment, @Nullable Boolean addressed) {
        writing.edits().address(comment, addressed);
        return comment.addressed(addressed);
    }

    private Bundle keep(BundleRules.Kept kept) {
        long id;
        if (kept.before() == null) {
            id = writing.edits().addBundle(kept.owner(), kept.content());
        } else {
            id = kept.before().id();
            writing.edits().change(kept.before(), kept.content());
        }
        return writing.bundles().withId(id).orElseThrow();
    }

    private Bundle remove(Bundle bundle) {
        writing.edits().remove(bundle);
        return bundle;
    }

    private Project add(Project project) {
        long id =
                writing.setup()
                        .addProject(
                                new Setup.NewProject(
                                        project.linkName(),
                                        project.name(),
                                        project.listId(),
                                        project.listEmail(),
                                        project.subjectMatch(),
                                        project.rules()));
        return writing.projects().withId(id).orElseThrow();
    }

    private Project keep(Project project) {
        var before = writing.projects().withId(project.id()).orElseThrow();
        writing.edits().change(before, project);
        return project;
    }

    private User add(Change.AddUser change) {
        long id = writing.accounts().add(change.user());
        for (var linkName : change.maintains()) {
            var project = writing.projects().withLinkName(linkName).orElseThrow();
            writing.accounts().maintains(id, project.id(), true);
        }
        if (change.linked() && !change.user().email().isEmpty()) {
            writing.accounts().link(id, change.user().email(), null);
        }
        return writing.users().withId(id).orElseThrow();
    }

    private User keep(UserRules.Kept kept) {
        var before = writing.users().withId(kept.user().id()).orElseThrow();
        writing.edits()
                .change(before, kept.user().firstName(), kept.user().lastName(), kept.settings());
        return kept.user();
    }

    private PersonMoves move(PersonMoves moves) {
        return moves.parts().isEmpty()
                ? moves
                : new PersonMoves(
                        moves.from(), moves.parts(), moves.staying(), writing.edits().move(moves));
    }

    private List<MovedMails> moveBack(long entry, List<MovedMails> moved) {
        writing.edits().moveBack(writing.audit().withId(entry).orElseThrow(), moved);
        return moved;
    }

    private Long removeToken(long userId, long tokenId) {
        writing.accounts().removeToken(userId, tokenId);
        return tokenId;
    }
}
