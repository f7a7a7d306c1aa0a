package io.patchbay.qmp.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The name and the members of an event, told one by one instead of by the components of a record:
 * for a host that makes its events of a description of its own.
 *
 * <pre>{@code
 * EventDescription.<Alarm>of("ALARM")
 *         .member("door", String.class, Alarm::door)
 *         .optional("guard", String.class, Alarm::guard);
 * }</pre>
 *
 * <p>It cannot be changed: each method returns another one.
 *
 * @param <E> what is sent; a filter of a session gets to see it
 */
public final class EventDescription<E extends Event> {

    /** A member, whose value is an {@link Optional} if the member is optional. */
    record Member<E>(String name, Class<?> type, boolean optional, Function<? super E, ?> value) {}

    private final String name;
    private final List<Member<E>> members;

    private EventDescription(String name, List<Member<E>> members) {
        this.name = name;
        this.members = members;
    }

    /** An event without data. */
    public static <E extends Event> EventDescription<E> of(String name) {
        return new EventDescription<>(name, List.of());
    }

    /**
     * With one more member.
     *
     * @param type anything that a component of a record may be, but no {@link Optional}
     */
    public <T> EventDescription<E> member(
            String member, Class<T> type, Function<? super E, ? extends T> value) {
        return with(new Member<>(member, type, false, value));
    }

    /** With one more member, which is left out where it has no value. */
    public <T> EventDescription<E> optional(
            String member, Class<T> type, Function<? super E, Optional<T>> value) {
        return with(new Member<>(member, type, true, value));
    }

    private EventDescription<E> with(Member<E> member) {
        if (members.stream().anyMatch(one -> one.name.equals(member.name))) {
            throw new IllegalArgumentException(
                    "event %s has a member '%s' already; give this one another name"
                            .formatted(name, member.name));
        }
        var more = new ArrayList<>(members);
        more.add(member);
        return new EventDescription<>(name, List.copyOf(more));
    }

    public String name() {
        return name;
    }

    List<Member<E>> members() {
        return members;
    }
}
