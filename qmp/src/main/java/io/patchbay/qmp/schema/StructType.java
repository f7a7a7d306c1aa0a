package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Key;
import io.patchbay.qmp.json.MemberOrder;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An object: of a record, with its components as members, or of members that are described. */
final class StructType implements Type {

    /** One member; the accessor is null for the tag that a union puts before its cases. */
    record Member(
            String name,
            Key key,
            Type type,
            boolean optional,
            @Nullable Function<Object, Object> accessor) {}

    private final @Nullable Constructor<?> constructor;
    private final List<Member> members;
    private final @Nullable Member tag;
    private final String tagValue;
    private final Member[] printed;

    private StructType(
            @Nullable Constructor<?> constructor,
            List<Member> members,
            @Nullable Member tag,
            String tagValue) {
        this.constructor = constructor;
        this.members = members;
        this.tag = tag;
        this.tagValue = tagValue;
        var all = new ArrayList<Member>();
        if (tag != null) {
            all.add(tag);
        }
        all.addAll(members);
        this.printed = MemberOrder.sorted(all, Member::name).toArray(Member[]::new);
    }

    static StructType of(Constructor<?> constructor, List<Member> members) {
        return new StructType(constructor, members, null, "");
    }

    /** Of what is only ever written. */
    static StructType written(List<Member> members) {
        return new StructType(null, members, null, "");
    }

    /** The same as a case of a union, told by a tag. */
    StructType tagged(String tagName, String value) {
        var member = new Member(tagName, new Key(tagName), Scalar.STRING, false, null);
        return new StructType(constructor, members, member, value);
    }

    List<Member> members() {
        return members;
    }

    @Override
    public Object read(Json value, Place place) {
        if (!(value instanceof JsonObject object)) {
            throw place.wrongType("object");
        }
        var components = new Object[members.size()];
        int known = tag == null ? 0 : 1;
        for (int at = 0; at < components.length; at++) {
            var member = members.get(at);
            var given = object.get(member.name);
            if (given != null) {
                known++;
                var read = member.type.read(given, place.member(member.name));
                components[at] = member.optional ? Optional.of(read) : read;
            } else if (member.optional) {
                components[at] = Optional.empty();
            } else {
                throw place.missing(member.name);
            }
        }
        if (known != object.size()) {
            throw place.unexpected(unknownMember(object));
        }
        return construct(components);
    }

    @Override
    public void write(Object value, JsonOutput out) {
        out.beginObject();
        for (var member : printed) {
            if (member.accessor == null) {
                out.key(member.key);
                out.text(tagValue);
                continue;
            }
            var component = member.accessor.apply(value);
            if (!member.optional) {
                out.key(member.key);
                member.type.write(component, out);
            } else if (component instanceof Optional<?> given && given.isPresent()) {
                out.key(member.key);
                member.type.write(given.get(), out);
            }
        }
        out.endObject();
    }

    /** A component's value by its name on the wire, empty if absent or not a member. */
    Optional<Object> component(Object value, String name) {
        for (var member : members) {
            if (member.name.equals(name) && member.accessor != null) {
                var component = member.accessor.apply(value);
                return component instanceof Optional<?> optional
                        ? optional.map(Object.class::cast)
                        : Optional.of(component);
            }
        }
        return Optional.empty();
    }

    private String unknownMember(JsonObject object) {
        for (int at : MemberOrder.of(object)) {
            var name = object.key(at);
            boolean known =
                    tag != null && tag.name.equals(name)
                            || members.stream().anyMatch(member -> member.name.equals(name));
            if (!known) {
                return name;
            }
        }
        throw new IllegalStateException("every member of " + object + " is known");
    }

    private Object construct(Object[] components) {
        if (constructor == null) {
            throw new IllegalStateException("no value is made of " + members);
        }
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException refused) {
            switch (refused.getCause()) {
                case QmpError error -> throw error;
                case IllegalArgumentException badValue ->
                        throw new QmpError(String.valueOf(badValue.getMessage()));
                case null, default -> throw new IllegalStateException(refused);
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
