package io.patchbay.web.list;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which patches a list's address asks for (web-ui.md §4.1).
 *
 * @param active what is said of it above the list
 * @param series the one series that is shown, if it is one
 * @param state the choice of state that is in force: an id, empty for action required, or a star
 * @param archive the choice that is in force: empty, {@code true} or {@code both}
 */
public record PatchFilter(
        List<Criterion> criteria,
        List<Active> active,
        @Nullable Series series,
        String state,
        String archive) {

    /**
     * A condition as the page shows it.
     *
     * @param without the query that lifts it
     */
    public record Active(String name, String value, Parameters without) {}

    private static final int MOST_PEOPLE = 1000;
    private static final long NO_ID = -1;

    /** Without a word in the address, only what is open and not archived. */
    static PatchFilter of(Parameters query, List<State> states, Reading reading) {
        return new Reader(query, states, reading, false).read();
    }

    /** Without a word in the address, everything. */
    public static PatchFilter ofWholeList(Parameters query, List<State> states, Reading reading) {
        return new Reader(query, states, reading, true).read();
    }

    /** Reads one parameter after the other. */
    private static final class Reader {

        private final Parameters query;
        private final List<State> states;
        private final Reading reading;
        private final List<Criterion> criteria = new ArrayList<>();
        private final List<Active> active = new ArrayList<>();

        // Patchwork hides the accepted and archived patches even of a single series or bundle.
        private boolean whole;

        Reader(Parameters query, List<State> states, Reading reading, boolean whole) {
            this.query = query.with("page", null);
            this.states = states;
            this.reading = reading;
            this.whole = whole;
        }

        PatchFilter read() {
            var series = readSeries();
            whole |= series != null;
            readSubmitter();
            var state = query.get("state", whole ? "*" : "");
            readState(state);
            readText();
            var archive = query.get("archive", whole ? "both" : "");
            readArchive(archive);
            readDelegate();
            return new PatchFilter(criteria, active, series, state, archive);
        }

        private @Nullable Series readSeries() {
            long id = Numbers.parse(query.get("series", ""), NO_ID);
            var series = id == NO_ID ? null : reading.series().withId(id).orElse(null);
            if (series != null) {
                add(
                        new InSeries(Set.of(series.id())),
                        "Series",
                        series.head().displayName(),
                        without("series"));
            }
            return series;
        }

        private void readSubmitter() {
            var wanted = query.get("submitter", "");
            long id = Numbers.parse(wanted, NO_ID);
            if (id != NO_ID) {
                reading.people().withId(id).ifPresent(person -> add(person, without("submitter")));
            } else if (!wanted.isEmpty()) {
                var ids =
                        reading.people().list(mentioning(wanted)).rows().stream()
                                .filter(person -> contains(person.name(), wanted))
                                .map(Person::id)
                                .collect(Collectors.toSet());
                if (!ids.isEmpty()) {
                    add(new BySubmitters(ids), "Submitter", wanted, without("submitter"));
                }
            }
        }

        /** All addresses of the person's account count as one. */
        private void add(Person person, Parameters without) {
            var userId = person.userId();
            var ids =
                    userId == null ? Set.of(person.id()) : reading.users().viewer(userId).people();
            var name = person.name();
            add(
                    new BySubmitters(ids),
                    "Submitter",
                    name == null || name.isEmpty() ? person.email() : name,
                    without);
        }

        private void readState(String wanted) {
            if (wanted.equals("*")) {
                return;
            }
            var any = query.with("state", "*");
            for (var state : states) {
                if (wanted.equals(Long.toString(state.id()))) {
                    add(new InStates(Set.of(state.id())), "State", state.name(), any);
                    return;
                }
            }
            var open = PageContext.actionRequired(states);
            add(new InStates(open), "State", "Action required", any);
        }

        private void readText() {
            var text = query.get("q", "").strip();
            if (!text.isEmpty()) {
                add(new Mentions(text), "Search", text, without("q"));
            }
        }

        private void readArchive(String wanted) {
            switch (wanted) {
                case "both" -> {}
                case "true" -> add(new Archived(true), "Archived", "Yes", bothArchives());
                default -> add(new Archived(false), "Archived", "No", bothArchives());
            }
        }

        private Parameters bothArchives() {
            return query.with("archive", "both");
        }

        private void readDelegate() {
            var wanted = query.get("delegate", "");
            long id = Numbers.parse(wanted, NO_ID);
            if (wanted.equals("Nobody")) {
                add(new Undelegated(), "Delegate", "Nobody", without("delegate"));
            } else if (id != NO_ID) {
                reading.users()
                        .withId(id)
                        .ifPresent(user -> add(Set.of(user.id()), user.displayName()));
            } else if (!wanted.isEmpty()) {
                var ids =
                        reading.users().list(mentioning(wanted)).rows().stream()
                                .filter(user -> contains(user.username(), wanted))
                                .map(User::id)
                                .collect(Collectors.toSet());
                if (!ids.isEmpty()) {
                    add(ids, wanted);
                }
            }
        }

        private void add(Set<Long> delegates, String shown) {
            add(new DelegatedTo(delegates), "Delegate", shown, without("delegate"));
        }

        private void add(Criterion criterion, String name, String value, Parameters without) {
            criteria.add(criterion);
            active.add(new Active(name, value, without));
        }

        private Parameters without(String key) {
            return query.with(key, null);
        }

        private static Selection mentioning(String text) {
            return new Selection(List.of(new Mentions(text)), List.of(), 0, MOST_PEOPLE);
        }

        private static boolean contains(@Nullable String text, String part) {
            return text != null
                    && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
        }
    }
}
