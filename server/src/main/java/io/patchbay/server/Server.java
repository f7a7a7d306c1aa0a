package io.patchbay.server;

import io.patchbay.http.HttpOptions;
import io.patchbay.http.HttpServer;
import io.patchbay.http.Routes;
import io.patchbay.http.SignIn;
import io.patchbay.patches.Store;
import io.patchbay.rest.RestApi;
import io.patchbay.store.Durability;
import io.patchbay.store.SqlStore;
import io.patchbay.web.Site;
import io.patchbay.web.Website;
import io.patchbay.xmlrpc.XmlRpcApi;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** The whole product, wired in the order of the walk of a mail. It runs from birth to close. */
public final class Server implements AutoCloseable {

    private final SqlStore store;
    private final HttpServer http;
    private final Address address;

    public Server(Config config, InstantSource clock) throws IOException {
        store = config.storage().open(Durability.EVERY_WRITE, clock);
        try {
            http = serve(config, store, clock);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        address = config.http().withPort(http.port());
    }

    private static HttpServer serve(Config config, Store store, InstantSource clock)
            throws IOException {
        var signIn = new SignIn(store, clock);
        var website = new Website(store, signIn, site(config));

        var routes = new Routes();
        website.addTo(routes);
        new RestApi(store, signIn).addTo(routes);
        new XmlRpcApi(store, signIn).addTo(routes);
        return HttpServer.start(options(config), routes, website.errors());
    }

    private static HttpOptions options(Config config) {
        var usual = HttpOptions.on(config.http().host(), config.http().port());
        return new HttpOptions(
                usual.host(), usual.port(), config.behindProxy(), usual.maxBodyBytes());
    }

    private static Site site(Config config) {
        var domain = config.domain() == null ? config.http().toString() : config.domain();
        return new Site("Patchbay", domain, false, Version.NUMBER, true, true, List.of());
    }

    /** Where it listens, with the port that it was given if it asked for any. */
    public Address address() {
        return address;
    }

    public String url() {
        return "http://" + address;
    }

    public Store store() {
        return store;
    }

    /** Lets running requests end, then closes the store. */
    @Override
    public void close() {
        try {
            http.close();
        } finally {
            store.close();
        }
    }
}
