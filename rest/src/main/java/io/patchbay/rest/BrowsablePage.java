package io.patchbay.rest;

import io.patchbay.http.Response;

/** The page that shows an answer to people. */
final class BrowsablePage {

    Response show(Call call, Endpoint endpoint, Reply reply) {
        throw new UnsupportedOperationException(endpoint.name() + call + reply);
    }
}
