package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Holds the texts of a change to their rules. */
final class Texts {

    private Texts() {}

    /**
     * @param text null where the change says nothing
     */
    static void check(List<Problem> problems, String field, TextRule rule, @Nullable String text) {
        var broken = text == null ? null : rule.brokenBy(text);
        if (text != null && broken != null) {
            problems.add(new Problem.BadText(field, text, broken));
        }
    }
}
