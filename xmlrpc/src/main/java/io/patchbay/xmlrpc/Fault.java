package io.patchbay.xmlrpc;

import java.io.Serial;

/** A call that ends in a fault; expected, so without a stack trace. */
final class Fault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /** The class that clients of the old server see before the message (xmlrpc §1). */
    private final String kind;

    private final String reason;

    private Fault(String kind, String reason) {
        super(kind + ": " + reason, null, false, false);
        this.kind = kind;
        this.reason = reason;
    }

    static Fault of(String reason) {
        return new Fault("Exception", reason);
    }

    static Fault wrongArguments(String reason) {
        return new Fault("TypeError", reason);
    }

    static Fault malformed(String reason) {
        return new Fault("xml.parsers.expat.ExpatError", reason);
    }

    static Fault missing(String model) {
        return new Fault(
                "patchwork.models." + model + ".DoesNotExist",
                model + " matching query does not exist.");
    }

    static Fault several(String model, long count) {
        return new Fault(
                "patchwork.models." + model + ".MultipleObjectsReturned",
                "get() returned more than one " + model + " -- it returned " + count + "!");
    }

    String text() {
        return "<class '" + kind + "'>:" + reason;
    }
}
