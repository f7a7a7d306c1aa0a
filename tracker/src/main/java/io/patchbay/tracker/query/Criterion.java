package io.patchbay.tracker.query;

import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.model.CheckState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One condition on the rows of a list. A condition with an empty set lets nothing through. */
public sealed interface Criterion {

    record InProjects(Set<Long> ids) implements Criterion {}

    record InSeries(Set<Long> ids) implements Criterion {}

    record BySubmitters(Set<Long> ids) implements Criterion {}

    record DelegatedTo(Set<Long> ids) implements Criterion {}

    record Undelegated() implements Criterion {}

    record InStates(Set<Long> ids) implements Criterion {}

    record Archived(boolean archived) implements Criterion {}

    /** The hash of the diff, compared ignoring case. */
    record WithHash(String hash) implements Criterion {}

    /** The Message-ID as stored, with angle brackets. */
    record WithMessageId(String msgid) implements Criterion {}

    /** The date is this or later. */
    record Since(Instant date) implements Criterion {}

    /** The date is earlier than this. */
    record Before(Instant date) implements Criterion {}

    /** The text stands, ignoring case, in one of the fields that the list is searched by. */
    record Mentions(String text) implements Criterion {}

    record OfPatches(Set<Long> ids) implements Criterion {}

    record OfCovers(Set<Long> ids) implements Criterion {}

    record OfCategory(Event.Category category) implements Criterion {}

    /** Old versions of the API do not know every category. */
    record NotOfCategories(Set<Event.Category> categories) implements Criterion {}

    record ByActor(long userId) implements Criterion {}

    record ByUsers(Set<Long> ids) implements Criterion {}

    record InCheckState(CheckState state) implements Criterion {}

    /** In whatever case; CI systems know it so from patchwork.kernel.org. */
    record InContext(String context) implements Criterion {}

    record OwnedBy(Set<Long> ids) implements Criterion {}

    record Public(boolean isPublic) implements Criterion {}

    /** Public, or owned by this user. */
    record VisibleTo(@Nullable Long userId) implements Criterion {}

    /**
     * A free comparison with a field, as the XML-RPC interface has it.
     *
     * @param values each a {@link Long} (a moment: microseconds since 1970), a {@link Boolean} or a
     *     {@link String}; one of them, two for {@link Comparison#RANGE}, any number for {@link
     *     Comparison#IN}
     */
    record Compares(Selection.Field field, Comparison comparison, List<Object> values)
            implements Criterion {}

    /** How a field is compared; the names with IGNORE_CASE do what they say. */
    enum Comparison {
        EQUAL,
        EQUAL_IGNORE_CASE,
        CONTAINS,
        CONTAINS_IGNORE_CASE,
        STARTS_WITH,
        STARTS_WITH_IGNORE_CASE,
        ENDS_WITH,
        ENDS_WITH_IGNORE_CASE,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        IN,
        RANGE,
        IS_NULL,
        IS_NOT_NULL
    }

    /** Lets nothing through: a filter named something that does not exist. */
    record Nothing() implements Criterion {}
}
