package io.patchbay.xmlrpc;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.signin.Authorization;
import io.patchbay.http.signin.SignIn;
import io.patchbay.tracker.accounts.Viewer;

import org.jspecify.annotations.Nullable;

/** Who calls. Only the methods that write ask; the others ignore credentials (xmlrpc §1). */
final class Caller {

    private final SignIn signIn;
    private final @Nullable String authorization;

    Caller(SignIn signIn, @Nullable String authorization) {
        this.signIn = signIn;
        this.authorization = authorization;
    }

    Viewer signedIn() {
        if (authorization == null) {
            throw Fault.of("No authentication credentials given");
        }
        if (!(credentials(authorization) instanceof Authorization.Basic(var name, var password))) {
            throw Fault.of("Authentication scheme not supported");
        }
        return signIn.withPassword(name, password)
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
