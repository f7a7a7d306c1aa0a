package io.patchbay.rest;

/**
 * A link of a page.
 *
 * @param url empty for where one is already
 */
record Link(String name, String url) {}
