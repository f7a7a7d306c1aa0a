package io.patchbay.patches;

import java.util.List;

/**
 * Some rows of a list.
 *
 * @param total how many rows the whole list has
 */
public record Page<T>(List<T> rows, long total) {}
