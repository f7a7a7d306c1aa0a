package io.patchbay.web;

import java.util.Locale;

/** A line that tells what became of a form. */
record Flash(Kind kind, String text) {

    /** How good the news is. */
    enum Kind {
        SUCCESS,
        WARNING,
        ERROR;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Flash success(String text) {
        return new Flash(Kind.SUCCESS, text);
    }

    static Flash warning(String text) {
        return new Flash(Kind.WARNING, text);
    }

    static Flash error(String text) {
        return new Flash(Kind.ERROR, text);
    }
}
