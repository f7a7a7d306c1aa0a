package io.patchbay.web.frame;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.signin.SignIn;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Selection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every page begins with: who is asking, for which project, and what goes around the page. */
public record PageContext(
        Store store, SignIn signIn, Site site, InstantSource clock, Mailing mailing) {

    public <T> T read(Function<Reading, T> work) {
        return store.read(work);
    }

    /** What forms change of patches, comments, bundles and users. */
    public Editing editing() {
        return new Editing(store);
    }

    /** With an audit record of what the actor changes. */
    public <T> T write(Actor actor, Function<Writing, T> work) {
        return store.write(actor, work);
    }

    /** Without one: whoever follows a mailed link need not have signed in. */
    public <T> T write(Function<Writing, T> work) {
        return store.write(work);
    }

    /** Reads what a page shows to whoever is asking. */
    public <T> T read(Request request, BiFunction<Reading, Viewer, T> work) throws IOException {
        var viewer = signIn.visitor(request);
        return store.read(reading -> work.apply(reading, viewer));
    }

    /** Around a page that is about no project. */
    public Frame frame(Request request) throws IOException {
        return read(request, (reading, viewer) -> frame(request, viewer, null, reading));
    }

    public Frame frame(Request request, Viewer viewer, @Nullable Project project, Reading reading) {
        return new Frame(site, request, viewer, project, todo(viewer, reading), List.of());
    }

    private static long todo(Viewer viewer, Reading reading) {
        var user = viewer.user();
        if (user == null) {
            return 0;
        }
        var criteria = todoOf(user.id(), reading.projects().states());
        return reading.patches().list(new Selection(criteria, List.of(), 0, 0)).total();
    }

    /** What waits for this user to act on it (web-ui.md §8). */
    public static List<Criterion> todoOf(long userId, List<State> states) {
        return List.of(
                new DelegatedTo(Set.of(userId)),
                new Archived(false),
                new InStates(actionRequired(states)));
    }

    public static Set<Long> actionRequired(List<State> states) {
        return states.stream()
                .filter(State::actionRequired)
                .map(State::id)
                .collect(Collectors.toSet());
    }

    /** The project of the route's {@code {project}}, or a 404. */
    public static Project project(Request request, Reading reading) {
        var linkName = request.segment("project");
        return reading.projects()
                .withLinkName(linkName)
                .orElseThrow(() -> HttpError.notFound("There is no project '" + linkName + "'."));
    }
}
