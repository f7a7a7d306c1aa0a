package io.patchbay.qmp.schema;

/** A command that cannot be carried out; it becomes the error reply, its message the text. */
public final class QmpError extends RuntimeException {

    private final ErrorClass errorClass;

    public QmpError(ErrorClass errorClass, String description) {
        // An ordinary outcome for the client, and cheap to cause: no stack trace.
        super(description, null, false, false);
        this.errorClass = errorClass;
    }

    public QmpError(String description) {
        this(ErrorClass.GENERIC_ERROR, description);
    }

    public ErrorClass errorClass() {
        return errorClass;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
