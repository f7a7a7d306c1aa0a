package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.Key;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the type on the wire of a Java type: records, enums, sealed interfaces, lists, scalars. */
final class Types {

    private final Map<java.lang.reflect.Type, Type> known = new HashMap<>();

    synchronized Type of(java.lang.reflect.Type java) {
        var type = known.get(java);
        if (type == null) {
            type = make(java);
            known.put(java, type);
        }
        return type;
    }

    private Type make(java.lang.reflect.Type java) {
        return switch (java) {
            case ParameterizedType list when list.getRawType() == List.class ->
                    new ListType(of(list.getActualTypeArguments()[0]));
            case Class<?> c when c == String.class -> Scalar.STRING;
            case Class<?> c when c == long.class || c == Long.class -> Scalar.INTEGER;
            case Class<?> c when c == int.class || c == Integer.class -> Scalar.INT32;
            case Class<?> c when c == double.class || c == Double.class -> Scalar.NUMBER;
            case Class<?> c when c == boolean.class || c == Boolean.class -> Scalar.BOOLEAN;
            case Class<?> c when c == Json.class -> Scalar.ANY;
            case Class<?> c when c.isEnum() -> new EnumType(c);
            case Class<?> c when c.isRecord() -> struct(c);
            case Class<?> c when c.isAnnotationPresent(Tag.class) -> union(c);
            default ->
                    throw new IllegalArgumentException(
                            "%s cannot be sent: use a record, an enum, a sealed interface with @Tag, a List, a String, a long, int, double or boolean, or Json"
                                    .formatted(java.getTypeName()));
        };
    }

    private StructType struct(Class<?> record) {
        var components = record.getRecordComponents();
        var members = new ArrayList<StructType.Member>();
        for (var component : components) {
            members.add(member(component));
        }
        try {
            var constructor =
                    record.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return StructType.of(constructor, List.copyOf(members));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private StructType.Member member(RecordComponent component) {
        var name = WireName.ofMember(component, component.getName());
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var java = component.getGenericType();
        boolean optional =
                java instanceof ParameterizedType wrapped && wrapped.getRawType() == Optional.class;
        var type = of(optional ? ((ParameterizedType) java).getActualTypeArguments()[0] : java);
        return new StructType.Member(
                name, new Key(name), type, optional, value -> get(accessor, value));
    }

    private static Object get(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The data of an event that is no record. */
    <E extends Event> StructType of(EventDescription<E> event) {
        var members = new ArrayList<StructType.Member>();
        for (var member : event.members()) {
            @SuppressWarnings("unchecked") // an event is sent with its own description
            var value = (Function<Object, Object>) member.value();
            members.add(
                    new StructType.Member(
                            member.name(),
                            new Key(member.name()),
                            of(member.type()),
                            member.optional(),
                            value));
        }
        return StructType.written(List.copyOf(members));
    }

    private UnionType union(Class<?> sealed) {
        var records = sealed.getPermittedSubclasses();
        if (records == null) {
            throw new IllegalArgumentException(sealed + " has a @Tag but is not sealed");
        }
        var common = new ArrayList<String>();
        for (var component : records[0].getRecordComponents()) {
            if (Arrays.stream(sealed.getMethods())
                    .anyMatch(method -> method.getName().equals(component.getName()))) {
                common.add(WireName.ofMember(component, component.getName()));
            }
        }
        var union = new UnionType(sealed.getAnnotation(Tag.class).value(), common);
        for (var record : records) {
            union.add(WireName.of(record), record, struct(record));
        }
        return union;
    }
}
