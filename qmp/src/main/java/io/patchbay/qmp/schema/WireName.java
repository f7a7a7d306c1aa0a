package io.patchbay.qmp.schema;

import java.lang.reflect.AnnotatedElement;
import java.util.Locale;

/** How Java names look on the wire. */
final class WireName {

    private WireName() {}

    /** A command, a case of a union: {@code ChardevAdd} is {@code chardev-add}. */
    static String of(Class<?> type) {
        return given(type, kebab(type.getSimpleName()));
    }

    /** {@code BlockIoError} is {@code BLOCK_IO_ERROR}. */
    static String ofEvent(Class<?> type) {
        return given(type, kebab(type.getSimpleName()).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** {@code closeAction} is {@code close-action}. */
    static String ofMember(AnnotatedElement component, String javaName) {
        return given(component, kebab(javaName));
    }

    /** {@code HOST_QMP_QUIT} is {@code host-qmp-quit}. */
    static String ofConstant(Enum<?> constant) {
        try {
            return given(
                    constant.getDeclaringClass().getField(constant.name()),
                    constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String given(AnnotatedElement element, String otherwise) {
        var name = element.getAnnotation(Name.class);
        return name == null ? otherwise : name.value();
    }

    private static String kebab(String camelCase) {
        var kebab = new StringBuilder();
        for (char c : camelCase.toCharArray()) {
            if (Character.isUpperCase(c) && !kebab.isEmpty()) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }
}
