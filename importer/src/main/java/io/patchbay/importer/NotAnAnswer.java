package io.patchbay.importer;

/** A file is not what the API would have answered; the message says what is wrong. */
public final class NotAnAnswer extends RuntimeException {

    NotAnAnswer(String what) {
        super(what);
    }
}
