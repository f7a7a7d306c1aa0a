package io.patchbay.web;

/** A page that only says something. */
record Notice(Frame frame, String title, String text) {}
