package io.patchbay.qmp.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where in the arguments a value stands, for error texts: {@code backend.data.path}, {@code
 * enable[1]}.
 */
record Place(@Nullable Place within, @Nullable String member, int index) {

    static final Place TOP = new Place(null, null, -1);

    Place member(String name) {
        return new Place(this, name, -1);
    }

    Place item(int at) {
        return new Place(this, null, at);
    }

    /** The name alone; an array's element has none, which QEMU prints as "null". */
    String shortName() {
        return String.valueOf(member);
    }

    QmpError wrongType(String expected) {
        return new QmpError(
                "Invalid parameter type for '%s', expected: %s".formatted(this, expected));
    }

    QmpError missing(String name) {
        return new QmpError("Parameter '%s' is missing".formatted(member(name)));
    }

    QmpError unexpected(String name) {
        return new QmpError("Parameter '%s' is unexpected".formatted(member(name)));
    }

    QmpError unacceptable(String value) {
        return new QmpError(
                "Parameter '%s' does not accept value '%s'".formatted(shortName(), value));
    }

    @Override
    public String toString() {
        if (within == null) {
            return "";
        }
        var outer = within.toString();
        if (member == null) {
            return outer + "[" + index + "]";
        }
        return outer.isEmpty() ? member : outer + "." + member;
    }
}
