package io.patchbay.web;

import io.patchbay.http.Request;
import io.patchbay.http.Response;
import io.patchbay.patches.User;
import io.patchbay.patches.Viewer;

import java.io.IOException;

/** Answers a request of somebody who is signed in. */
@FunctionalInterface
interface SignedInHandler {

    Response handle(Request request, Viewer viewer, User user) throws IOException;
}
