package io.patchbay.web.frame;

/** A page that only says something. */
public record Notice(Frame frame, String title, String text) {}
