package io.patchbay.xmlrpc;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.signin.Authorization;
import io.patchbay.http.signin.SignIn;
import io.patchbay.tracker.accounts.Actor;

/** Who calls. Only the methods that write ask; the others ignore credentials (xmlrpc §1). */
final class Caller {

    private final SignIn signIn;
    private final Request request;

    Caller(SignIn signIn, Request request) {
        this.signIn = signIn;
        this.request = request;
    }

    Actor signedIn() {
        var authorization = request.header("Authorization");
        if (authorization == null) {
            throw Fault.of("No authentication credentials given");
        }
        if (!(credentials(authorization) instanceof Authorization.Basic(var name, var password))) {
            throw Fault.of("Authentication scheme not supported");
        }
        return signIn.withPassword(name, password)
                .map(request::by)
                .orElseThrow(() -> Fault.of("Invalid username/password"));
    }

    private static Authorization credentials(String header) {
        try {
            return Authorization.read(header);
        } catch (HttpError undecodable) {
            throw Fault.of("Invalid authentication credentials");
        }
    }
}
