package io.patchbay.web;

/** A line that tells what became of a form. */
record Flash(Kind kind, String text) {

    /** How good the news is. */
    enum Kind {
        SUCCESS("success"),
        WARNING("warning"),
        ERROR("error");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
