package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.JsonOutput;

/**
 * Prints values of one declared type.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface Printer<T> {

    void print(T value, JsonOutput out);
}
