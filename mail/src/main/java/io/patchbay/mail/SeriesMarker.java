package io.patchbay.mail;

/** The place of a patch in its series: {@code 2/5} or {@code 2 of 5}; number 0 marks a cover. */
public record SeriesMarker(int number, int total) {}
