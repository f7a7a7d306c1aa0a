package io.patchbay.web.frame;

import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.User;

import java.io.IOException;

/** Answers a request of somebody who is signed in. */
@FunctionalInterface
public interface SignedInHandler {

    Response handle(Request request, Viewer viewer, User user) throws IOException;
}
