package io.patchbay.rest.request;

import io.patchbay.rest.json.ApiVersion;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.query.Criterion;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A query key that narrows a list.
 *
 * @param label as the filters dialog names it
 * @param since the first version that honours it
 */
public record Filter(String name, String label, Control control, ApiVersion since, Parser parser) {

    /** What a person picks the value with. */
    public enum Control {
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
    public interface Parser {

        @Nullable Criterion read(Reading reading, List<String> values);
    }

    public Filter since(ApiVersion version) {
        return new Filter(name, label, control, version, parser);
    }
}
