package io.patchbay.rest;

import io.patchbay.patches.Criterion;
import io.patchbay.patches.Reading;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A query key that narrows a list.
 *
 * @param label as the filters dialog names it
 * @param since the first version that honours it
 */
record Filter(String name, String label, Control control, Version since, Parser parser) {

    /** What a person picks the value with. */
    enum Control {
        TEXT,
        NUMBER,
        DATE,
        STATE,
        PROJECT,
        YES_NO,
        /** Kept when other filters change, but not offered. */
        HIDDEN
    }

    /** Makes a condition of the values of the key, at least one; null if they say nothing. */
    @FunctionalInterface
    interface Parser {

        @Nullable Criterion read(Reading reading, List<String> values);
    }

    Filter since(Version version) {
        return new Filter(name, label, control, version, parser);
    }
}
