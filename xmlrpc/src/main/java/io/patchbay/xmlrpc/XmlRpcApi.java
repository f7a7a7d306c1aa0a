package io.patchbay.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Store;

import java.io.IOException;

/** Answers {@code /xmlrpc/}. */
public final class XmlRpcApi {

    private final Methods methods;
    private final SignIn signIn;

    public XmlRpcApi(Store store, SignIn signIn) {
        this.methods = new Methods(new Lookups(store), new Writes(new Editing(store)));
        this.signIn = signIn;
    }

    public void addTo(Routes routes) {
        routes.post("/xmlrpc/", this::call);
        routes.get("/xmlrpc/", this::describe);
    }

    private Response call(Request request) throws IOException {
        return Response.of(200, "text/xml; charset=utf-8", answer(request).getBytes(UTF_8));
    }

    private String answer(Request request) throws IOException {
        try {
            var call = Call.read(request.body());
            var caller = new Caller(signIn, request);
            return Answer.returning(methods.answer(call, caller));
        } catch (Fault fault) {
            return Answer.failing(fault);
        }
    }

    private Response describe(Request request) {
        return Response.html(200, MethodPage.of(methods));
    }
}
