package io.patchbay.rest.endpoint;

/**
 * A link of a page.
 *
 * @param url empty for where one is already
 */
record Link(String name, String url) {}
