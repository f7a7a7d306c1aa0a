package io.patchbay.tracker;

import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.editing.BundleRules;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.Change.UserName;
import io.patchbay.tracker.editing.CheckRules;
import io.patchbay.tracker.editing.CommentRules;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Edited.NotAllowed;
import io.patchbay.tracker.editing.Edited.Unknown;
import io.patchbay.tracker.editing.MovedMails;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.PatchRules;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.editing.ProjectRules;
import io.patchbay.tracker.editing.UserRules;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks up what a change names, each row once, and has the rules decide. */
final class EditDecisions {

    private final Reading reading;
    private final Actor actor;

    EditDecisions(Reading reading, Actor actor) {
        this.reading = reading;
        this.actor = actor;
    }

    /** What would become of the change. */
    Edited<?> of(Change<?> change) {
        return switch (change) {
            case Change.EditPatch edit -> patch(edit);
            case Change.AddCheck add -> check(add);
            case Change.Address address -> comment(address);
            case Change.AddBundle add -> bundle(add);
            case Change.EditBundle edit -> bundle(edit);
            case Change.OrderBundle order -> bundle(order);
            case Change.FillBundle fill -> bundle(fill);
            case Change.RemoveBundle remove -> bundle(remove);
            case Change.AddProject add -> project(add);
            case Change.EditProject edit -> project(edit);
            case Change.AddUser add -> user(add);
            case Change.EditUser edit -> user(edit);
            case Change.AddToken add -> UserRules.decide(add, actor);
            case Change.RemoveToken remove -> token(remove);
            case Change.SplitPerson split -> persons(split);
            case Change.MergePersons merge -> persons(merge);
            case Change.UndoMoves undo -> persons(undo);
        };
    }

    Edited<PersonMoves> persons(Change.SplitPerson change) {
        return new PersonDecisions(reading, actor).of(change);
    }

    Edited<PersonMoves> persons(Change.MergePersons change) {
        return new PersonDecisions(reading, actor).of(change);
    }

    Edited<List<MovedMails>> persons(Change.UndoMoves change) {
        return new PersonDecisions(reading, actor).of(change);
    }

    Edited<PatchEdited> patch(Change.EditPatch change) {
        return with(
                "patch",
                change.id(),
                reading.patches().withId(change.id()),
                patch -> PatchRules.decide(change, actor, known(change, patch)));
    }

    private PatchRules.Known known(Change.EditPatch change, Patch patch) {
        var fields = change.fields();
        var delegate = fields.delegate() == null ? null : fields.delegate().value();
        return new PatchRules.Known(
                patch,
                fields.state() == null ? List.of() : reading.projects().states(),
                delegate == null ? List.of() : maintainers(patch.project()),
                delegate == null ? null : reading.users().withId(delegate).orElse(null),
                fields.related() == null ? Map.of() : patches(fields.related()));
    }

    private List<User> maintainers(Project project) {
        return reading.projects()
                .maintainers(List.of(project.id()))
                .getOrDefault(project.id(), List.of());
    }

    private Map<Long, Patch> patches(Collection<Long> ids) {
        var patches = new HashMap<Long, Patch>();
        for (long id : new LinkedHashSet<>(ids)) {
            reading.patches().withId(id).ifPresent(patch -> patches.put(id, patch));
        }
        return patches;
    }

    Edited<CheckRules.Reported> check(Change.AddCheck change) {
        return with(
                "patch",
                change.patchId(),
                reading.patches().withId(change.patchId()),
                patch ->
                        CheckRules.decide(
                                change,
                                actor,
                                new CheckRules.Known(
                                        patch,
                                        user(change.user()),
                                        change.onlyNews()
                                                ? reading.checks().latest(patch.id())
                                                : List.of())));
    }

    private @Nullable User user(@Nullable UserName name) {
        return switch (name) {
            case null -> null;
            case UserName.Id(var id) -> reading.users().withId(id).orElse(null);
            case UserName.Login(var username) ->
                    reading.users().idsNamed(username).stream()
                            .findFirst()
                            .flatMap(id -> reading.users().withId(id))
                            .orElse(null);
        };
    }

    Edited<Comment> comment(Change.Address change) {
        var parent = change.parent();
        return switch (parent.kind()) {
            case PATCH ->
                    with(
                            "patch",
                            parent.id(),
                            reading.patches().withId(parent.id()),
                            patch ->
                                    comment(
                                            "patch comment",
                                            change,
                                            it -> new CommentRules.Known.OnPatch(it, patch)));
            case COVER ->
                    with(
                            "cover",
                            parent.id(),
                            reading.covers().withId(parent.id()),
                            cover ->
                                    comment(
                                            "cover comment",
                                            change,
                                            it -> new CommentRules.Known.OnCover(it, cover)));
        };
    }

    private Edited<Comment> comment(
            String noun, Change.Address change, Function<Comment, CommentRules.Known> known) {
        return with(
                noun,
                change.id(),
                reading.comments().withId(change.parent(), change.id()),
                comment -> CommentRules.decide(actor, known.apply(comment)));
    }

    Edited<BundleRules.Kept> bundle(Change.AddBundle change) {
        return BundleRules.decide(
                change,
                actor,
                new BundleRules.Known(
                        null, patches(change.patchIds()), named(actor.user(), change.name())));
    }

    Edited<BundleRules.Kept> bundle(Change.EditBundle change) {
        return with(
                "bundle",
                change.id(),
                visible(change.id()),
                bundle ->
                        BundleRules.decide(
                                change,
                                actor,
                                bundle,
                                new BundleRules.Known(
                                        bundle,
                                        change.patchIds() == null
                                                ? Map.of()
                                                : patches(change.patchIds()),
                                        change.name() == null
                                                ? null
                                                : named(bundle.owner(), change.name()))));
    }

    Edited<BundleRules.Kept> bundle(Change.OrderBundle change) {
        return with(
                "bundle",
                change.id(),
                visible(change.id()),
                bundle -> BundleRules.decide(change, actor, bundle));
    }

    Edited<BundleRules.Kept> bundle(Change.FillBundle change) {
        return with(
                "bundle",
                change.id(),
                visible(change.id()),
                bundle ->
                        BundleRules.decide(
                                change,
                                actor,
                                bundle,
                                new BundleRules.Known(bundle, patches(change.adding()), null)));
    }

    Edited<Bundle> bundle(Change.RemoveBundle change) {
        return with(
                "bundle",
                change.id(),
                visible(change.id()),
                bundle -> {
                    var lacking = BundleRules.lacking(actor, bundle);
                    return lacking == null
                            ? new Edited.Done<>(bundle, true)
                            : new NotAllowed<Bundle>(lacking);
                });
    }

    private Optional<Bundle> visible(long id) {
        return reading.bundles().withId(id).filter(bundle -> Rights.maySee(actor, bundle));
    }

    private @Nullable Bundle named(@Nullable User owner, String name) {
        return owner == null ? null : reading.bundles().named(owner.username(), name).orElse(null);
    }

    Edited<Project> project(Change.AddProject change) {
        return ProjectRules.decide(change, actor, reading.projects().all());
    }

    Edited<Project> project(Change.EditProject change) {
        return switch (change.project()) {
            case ProjectName.LinkName(var name) ->
                    project(change, name, reading.projects().withLinkName(name));
            case ProjectName.Key(var key) -> project(change, key, reading.projects().withKey(key));
        };
    }

    private Edited<Project> project(
            Change.EditProject change, String given, Optional<Project> found) {
        return found.map(project -> ProjectRules.decide(change, actor, project))
                .orElseGet(() -> new Unknown<>("project", given));
    }

    Edited<NewUser> user(Change.AddUser change) {
        return UserRules.decide(
                change,
                actor,
                !reading.users().idsNamed(change.user().username()).isEmpty(),
                reading.projects().all());
    }

    Edited<UserRules.Kept> user(Change.EditUser change) {
        return with(
                "user",
                change.id(),
                reading.users().withId(change.id()),
                user -> UserRules.decide(change, actor, user, reading.users().settings(user.id())));
    }

    Edited<Long> token(Change.RemoveToken change) {
        var lacking = UserRules.lacking(actor, change.userId());
        if (lacking != null) {
            return new NotAllowed<>(lacking);
        }
        return reading.users().tokens(change.userId()).stream()
                        .anyMatch(token -> token.id() == change.tokenId())
                ? new Edited.Done<>(change.tokenId(), true)
                : new Unknown<>("token", Long.toString(change.tokenId()));
    }

    private static <K, T> Edited<T> with(
            String noun, long id, Optional<K> found, Function<K, Edited<T>> decide) {
        return found.map(decide).orElseGet(() -> new Unknown<>(noun, Long.toString(id)));
    }
}
