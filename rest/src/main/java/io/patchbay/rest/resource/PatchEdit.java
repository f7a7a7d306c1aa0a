package io.patchbay.rest.resource;

import io.patchbay.http.message.HttpError;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.rest.request.Wrong;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An edit of a patch as a request asks for it (rest-api §7.5).
 *
 * @param related the patches it shall be related to, null to leave them
 */
record PatchEdit(PatchChange change, @Nullable List<Patch> related) {

    /** Collects in {@code asked} what is wrong. */
    static PatchEdit read(RequestFields asked, Patch patch, boolean partial, Reading reading) {
        var change = change(asked, patch, reading);
        var related = asked.objects("related", id -> reading.patches().withId(id).orElse(null));
        // PUT describes all of the patch, so that relations it does not name are none.
        boolean noneNamed = related == null && !partial && asked.accepts("related");
        return new PatchEdit(change, noneNamed ? List.of() : related);
    }

    /** One of several patches that are edited alike; what is not named stays, relations too. */
    static PatchEdit alike(RequestFields asked, Patch patch, Reading reading) {
        return new PatchEdit(change(asked, patch, reading), null);
    }

    private static PatchChange change(RequestFields asked, Patch patch, Reading reading) {
        var commitRef = asked.textOrNull("commit_ref", patch.commitRef());
        var pullUrl = asked.textOrNull("pull_url", patch.pullUrl());
        var states = reading.projects().states();
        var state = asked.named("state", patch.state(), word -> state(states, word));
        boolean archived = asked.flag("archived", patch.archived());
        var delegate = delegate(asked, patch, reading);
        return new PatchChange(state, archived, delegate, commitRef, pullUrl);
    }

    private static State state(List<State> states, String word) {
        var slug = word.toLowerCase(Locale.ROOT).replace(' ', '-');
        return states.stream()
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow(() ->
                        new Wrong(
                                "Invalid state %s. Expected one of: %s."
                                        .formatted(slug, slugs(states))));
    }

    private static String slugs(List<State> states) {
        return states.stream().map(State::slug).collect(Collectors.joining(", "));
    }

    private static @Nullable User delegate(RequestFields asked, Patch patch, Reading reading) {
        var delegate =
                asked.objectOrNull(
                        "delegate",
                        patch.delegate(),
                        id -> reading.users().withId(id).orElse(null));
        if (delegate == null || !asked.has("delegate")) {
            return delegate;
        }
        var project = patch.project();
        var maintainers =
                reading.projects()
                        .maintainers(List.of(project.id()))
                        .getOrDefault(project.id(), List.of());
        if (maintainers.stream().noneMatch(maintainer -> maintainer.id() == delegate.id())) {
            asked.reject(
                    "delegate",
                    "User '%s' is not a maintainer for project '%s'"
                            .formatted(delegate.username(), project.name()));
        }
        return delegate;
    }

    void apply(Patch patch, Viewer editor, Writing writing) {
        if (related != null) {
            relate(patch, related, editor, writing);
        }
        writing.edits().change(patch, change, editor.user());
    }

    private static void relate(Patch patch, List<Patch> named, Viewer editor, Writing writing) {
        switch (Relating.decide(editor, patch, named)) {
            case Relating.Unchanged() -> {}
            case Relating.Joins(var members) ->
                    writing.edits().relate(members, patch.id(), editor.user());
            case Relating.Leaves() ->
                    writing.edits().unrelate(Set.of(patch.id()), patch.id(), editor.user());
            case Relating.NotMaintained() ->
                    throw HttpError.forbidden(
                            "At least one patch is part of a project you are not maintaining.");
            case Relating.Conflict() ->
                    throw new HttpError(
                            409,
                            "At least one patch is already part of another relation. You have to"
                                    + " explicitly remove a patch from its existing relation before"
                                    + " moving it to this one.");
        }
    }
}
