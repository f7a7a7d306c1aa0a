package io.patchbay.web.frame;

import java.util.Locale;

/** A line that tells what became of a form. */
public record Flash(Kind kind, String text) {

    /** It holds what the page does not offer. */
    public static final Flash INVALID_FORM = error("The submitted form data was invalid");

    /** How good the news is. */
    public enum Kind {
        SUCCESS,
        WARNING,
        ERROR;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Flash success(String text) {
        return new Flash(Kind.SUCCESS, text);
    }

    public static Flash warning(String text) {
        return new Flash(Kind.WARNING, text);
    }

    public static Flash error(String text) {
        return new Flash(Kind.ERROR, text);
    }
}
