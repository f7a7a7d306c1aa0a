package io.patchbay.tracker.model;

import java.util.Locale;
import java.util.Optional;

/**
 * By whose rules the versions, numbers and series of a project's mails are read (mail-ingest §21).
 */
public enum RuleSet {
    /** Ours: spellings that people use are read, and the series of a thread stay whole. */
    PATCHBAY,
    /** Exactly as Patchwork files; what was followed there keeps its ids and series. */
    PATCHWORK;

    /** As it is stored, typed and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RuleSet> of(String word) {
        for (var rules : values()) {
            if (rules.word().equals(word)) {
                return Optional.of(rules);
            }
        }
        return Optional.empty();
    }
}
