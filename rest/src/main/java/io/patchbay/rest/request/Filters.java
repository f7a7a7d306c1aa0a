package io.patchbay.rest.request;

import io.patchbay.http.message.Numbers;
import io.patchbay.mail.header.MessageId;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.request.Filter.Control;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.editing.StateName;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.query.Criterion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All query keys that narrow lists (rest-api §6). An unknown value empties the list. */
public final class Filters {

    private static final Criterion NOTHING = new Criterion.Nothing();

    public static final Filter PROJECT =
            new Filter(
                    "project",
                    "Project",
                    Control.PROJECT,
                    ApiVersion.V1_0,
                    (reading, values) ->
                            among(
                                    values,
                                    id -> reading.projects().withId(id).isPresent(),
                                    name -> reading.projects().idsNamed(name),
                                    Criterion.InProjects::new));

    public static final Filter SUBMITTER =
            new Filter(
                    "submitter",
                    "Submitter",
                    Control.TEXT,
                    ApiVersion.V1_0,
                    (reading, values) ->
                            among(
                                    values,
                                    id -> reading.people().withId(id).isPresent(),
                                    email -> reading.people().idsWithEmail(email),
                                    Criterion.BySubmitters::new));

    public static final Filter DELEGATE = user("delegate", "Delegate", Criterion.DelegatedTo::new);

    public static final Filter OWNER = user("owner", "Owner", Criterion.OwnedBy::new);

    public static final Filter USER = user("user", "User", Criterion.ByUsers::new);

    public static final Filter STATE =
            new Filter(
                    "state",
                    "State",
                    Control.STATE,
                    ApiVersion.V1_0,
                    (reading, values) -> states(reading.projects().states(), values));

    public static final Filter SERIES =
            ids(
                    "series",
                    (reading, id) -> reading.series().withId(id).isPresent(),
                    Criterion.InSeries::new);

    public static final Filter PATCH =
            ids(
                    "patch",
                    (reading, id) -> reading.patches().withId(id).isPresent(),
                    Criterion.OfPatches::new);

    public static final Filter COVER =
            ids(
                    "cover",
                    (reading, id) -> reading.covers().withId(id).isPresent(),
                    Criterion.OfCovers::new);

    public static final Filter ARCHIVED = flag("archived", "Archived", Criterion.Archived::new);

    public static final Filter PUBLIC = flag("public", "Public", Criterion.Public::new);

    public static final Filter HASH =
            text("hash", "Hash", hash -> new Criterion.WithHash(hash.toLowerCase(Locale.ROOT)))
                    .since(ApiVersion.V1_2);

    public static final Filter MSGID =
            text(
                    "msgid",
                    "Msgid",
                    id -> new Criterion.WithMessageId(new MessageId("<" + id + ">").stored()));

    public static final Filter CONTEXT = text("context", "Context", Criterion.InContext::new);

    public static final Filter BEFORE = date("before", "Date is less than", Criterion.Before::new);

    public static final Filter SINCE =
            date("since", "Date is greater than or equal to", Criterion.Since::new);

    public static final Filter CHECK_STATE =
            new Filter(
                    "state",
                    "State",
                    Control.NUMBER,
                    ApiVersion.V1_0,
                    (_, values) -> checkState(values.getLast().strip()));

    public static final Filter CATEGORY =
            new Filter(
                    "category",
                    "Category",
                    Control.HIDDEN,
                    ApiVersion.V1_0,
                    (_, values) -> category(values.getLast()));

    public static final Filter ACTOR =
            new Filter(
                    "actor",
                    "Actor",
                    Control.HIDDEN,
                    ApiVersion.V1_2,
                    (_, values) -> actor(values.getLast().strip()));

    private Filters() {}

    /** For events, where a page for people offers no filters. */
    public static Filter hidden(Filter filter) {
        return new Filter(
                filter.name(), filter.label(), Control.HIDDEN, filter.since(), filter.parser());
    }

    private static Filter user(
            String name, String label, Function<Set<Long>, Criterion> criterion) {
        return new Filter(
                name,
                label,
                Control.TEXT,
                ApiVersion.V1_0,
                (reading, values) ->
                        among(
                                values,
                                id -> reading.users().withId(id).isPresent(),
                                username -> reading.users().idsNamed(username),
                                criterion));
    }

    private static Filter ids(String name, Existence exists, Function<Set<Long>, Criterion> of) {
        return new Filter(
                name,
                name,
                Control.HIDDEN,
                ApiVersion.V1_0,
                (reading, values) ->
                        among(values, id -> exists.test(reading, id), _ -> List.of(), of));
    }

    /** Whether something with this id is there. */
    private interface Existence {

        boolean test(Reading reading, long id);
    }

    private static Filter text(String name, String label, Function<String, Criterion> criterion) {
        return new Filter(
                name,
                label,
                Control.TEXT,
                ApiVersion.V1_0,
                (_, values) ->
                        values.getLast().isEmpty() ? null : criterion.apply(values.getLast()));
    }

    private static Filter date(String name, String label, Function<Instant, Criterion> criterion) {
        return new Filter(
                name,
                label,
                Control.DATE,
                ApiVersion.V1_0,
                (_, values) -> {
                    var value = values.getLast().strip();
                    if (value.isEmpty()) {
                        return null;
                    }
                    return Dates.parse(value).map(criterion).orElse(NOTHING);
                });
    }

    private static Filter flag(String name, String label, Function<Boolean, Criterion> criterion) {
        return new Filter(
                name,
                label,
                Control.YES_NO,
                ApiVersion.V1_0,
                (_, values) ->
                        switch (values.getLast().toLowerCase(Locale.ROOT)) {
                            case "true", "1" -> criterion.apply(true);
                            case "false", "0" -> criterion.apply(false);
                            default -> null;
                        });
    }

    /** Each value is an id or another name; one that finds nothing empties the list. */
    private static Criterion among(
            List<String> given,
            java.util.function.LongPredicate exists,
            Function<String, List<Long>> byName,
            Function<Set<Long>, Criterion> criterion) {
        // The store is asked for each.
        var values = new LinkedHashSet<>(given);
        var ids = new HashSet<Long>();
        for (var value : values) {
            long id = Numbers.parse(value.strip(), -1);
            // A single id that does not exist finds nothing anyway.
            boolean found = id >= 0 && (values.size() == 1 || exists.test(id));
            var named = id >= 0 ? List.<Long>of() : byName.apply(value);
            if (found) {
                ids.add(id);
            } else if (named.isEmpty()) {
                return NOTHING;
            }
            ids.addAll(named);
        }
        return criterion.apply(ids);
    }

    private static Criterion states(List<State> known, List<String> values) {
        var ids = new HashSet<Long>();
        for (var value : values) {
            var found = stateName(value).among(known);
            if (found.isEmpty()) {
                return NOTHING;
            }
            ids.add(found.get().id());
        }
        return new Criterion.InStates(ids);
    }

    private static StateName stateName(String value) {
        long id = Numbers.parse(value.strip(), -1);
        return id >= 0 ? new StateName.Id(Long.toString(id)) : new StateName.Word(value);
    }

    private static @Nullable Criterion checkState(String value) {
        if (value.isEmpty()) {
            return null;
        }
        long number = Numbers.parse(value, -1);
        return CheckState.named(Long.toString(number))
                .<Criterion>map(Criterion.InCheckState::new)
                .orElse(NOTHING);
    }

    private static @Nullable Criterion category(String value) {
        if (value.isEmpty()) {
            return null;
        }
        return Stream.of(Event.Category.values())
                .filter(category -> category.label().equals(value))
                .findFirst()
                .<Criterion>map(Criterion.OfCategory::new)
                .orElse(NOTHING);
    }

    private static @Nullable Criterion actor(String value) {
        if (value.isEmpty()) {
            return null;
        }
        long id = Numbers.parse(value, -1);
        return id < 0 ? NOTHING : new Criterion.ByActor(id);
    }
}
