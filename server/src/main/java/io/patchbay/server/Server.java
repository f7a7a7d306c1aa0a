package io.patchbay.server;

import io.patchbay.control.ControlPlane;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.intake.Intake;
import io.patchbay.intake.lmtp.LmtpAddress;
import io.patchbay.notify.StateNotices;
import io.patchbay.rest.RestApi;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.EventFeed;
import io.patchbay.tracker.Store;
import io.patchbay.web.Website;
import io.patchbay.web.frame.Site;
import io.patchbay.xmlrpc.XmlRpcApi;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The whole product, wired in the order of the walk of a mail. It runs from birth to close. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    // How late a monitor may hear of what another process filed.
    private static final Duration NEWS_PAUSE = Duration.ofMillis(100);

    private static final Duration NOTICES_PAUSE = Duration.ofMinutes(1);

    private final DatabaseStore store;
    private final HttpServer http;
    private final Address address;
    private final EventFeed feed;
    private final Intake intake;
    private final ControlPlane control;
    private final MailListeners doors;
    private final Chores chores = new Chores();
    private final CountDownLatch quit = new CountDownLatch(1);

    public Server(Config config, InstantSource clock) throws IOException {
        store = config.storage().open(Durability.EVERY_WRITE, clock);
        store.packing().load();
        feed = new EventFeed(store, NEWS_PAUSE);
        intake = new Intake(store, clock, config.mail().keep());
        control = new ControlPlane(Version.ofMonitors(), store, intake, feed, quit::countDown);
        try {
            var monitor = config.monitor();
            if (monitor != null) {
                control.server().listen("monitor", monitor);
            }
            plug(config);
            doors = new MailListeners(config.mail(), hostOf(config), store, clock, intake);
        } catch (IOException | RuntimeException e) {
            closeBackstage();
            throw e;
        }
        try {
            http = serve(config, store, clock);
        } catch (IOException | RuntimeException e) {
            doors.close();
            closeBackstage();
            throw e;
        }
        address = config.http().withPort(http.port());
        beginChores(config, clock);
    }

    private void beginChores(Config config, InstantSource clock) {
        var expired = new Expired(store, clock);
        chores.add("removing what was never confirmed", Expired.PAUSE, expired::remove);
        chores.add("packing mails", Repacking.PAUSE, new Repacking(store.upkeep())::goOn);
        var postman = config.mail().postman();
        if (postman != null) {
            var notices = new StateNotices(store, postman, clock, siteUrl(config));
            chores.add("telling submitters", NOTICES_PAUSE, notices::send);
        }
        var keepAudit = config.keepAudit();
        if (keepAudit != null) {
            var audit = new AuditRetention(store, clock, keepAudit);
            chores.add("trimming the audit record", AuditRetention.PAUSE, audit::trim);
        }
    }

    private void plug(Config config) throws IOException {
        try {
            config.plugs().plugInto(control.server(), LOG::info);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a monitor waited for its client");
        }
    }

    private static HttpServer serve(Config config, Store store, InstantSource clock)
            throws IOException {
        var signIn = new SignIn(store, clock);
        var website = new Website(store, signIn, site(config), clock, config.mail().postman());

        var routes = new Routes();
        website.addTo(routes);
        new RestApi(store, signIn).addTo(routes);
        if (config.xmlrpc()) {
            new XmlRpcApi(store, signIn).addTo(routes);
        }
        return HttpServer.start(options(config), routes, website.errors());
    }

    private static HttpOptions options(Config config) {
        var usual = HttpOptions.on(config.http().host(), config.http().port());
        return new HttpOptions(usual.host(), usual.port(), config.behindProxy(), usual.limits());
    }

    private static String hostOf(Config config) {
        return config.domain() == null ? "localhost" : config.domain();
    }

    /** Behind a proxy, it is the proxy that people talk to, and it speaks TLS. */
    private String siteUrl(Config config) {
        var domain = config.domain() == null ? address.toString() : config.domain();
        return (config.behindProxy() ? "https://" : "http://") + domain;
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

    /** Where it takes mail, with the ports that it was given. */
    public List<LmtpAddress> lmtpAddresses() {
        return doors.lmtpAddresses();
    }

    public Store store() {
        return store;
    }

    /** Returns when a monitor has said {@code quit}; this is to be closed then. */
    public void awaitQuit() throws InterruptedException {
        quit.await();
    }

    /** Lets running requests and jobs end, then closes the store. */
    @Override
    public void close() {
        try {
            http.close();
            doors.close();
        } finally {
            chores.close();
            closeBackstage();
        }
    }

    private void closeBackstage() {
        try {
            control.close();
            intake.close();
            feed.close();
        } finally {
            store.close();
        }
    }
}
