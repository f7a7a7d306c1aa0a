package io.patchbay.http;

import io.patchbay.http.message.BodyBudget;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.io.IOException;
import java.time.Duration;

/** The front door: takes connections, hands each request to its route on a virtual thread. */
public final class HttpServer implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MAX_HEADER_BYTES = 32 << 10;
    // A Link header repeats the query of the request up to four times, escaped at that.
    private static final int MAX_ANSWER_HEADER_BYTES = 16 * MAX_HEADER_BYTES;
    // A burst of clients (patman opens 50 at once) waits here instead of being refused.
    private static final int BACKLOG = 1024;

    private final Server jetty;
    private final ServerConnector connector;

    private final Connections connections;
    private final BodyBudget budget;

    private HttpServer(
            Server jetty, ServerConnector connector, Connections connections, BodyBudget budget) {
        this.jetty = jetty;
        this.connector = connector;
        this.connections = connections;
        this.budget = budget;
    }

    /** Serves at once; throws if the port is taken. */
    public static HttpServer start(HttpOptions options, Routes routes, ErrorLook errors)
            throws IOException {
        // A few platform threads read and write sockets; handlers run on virtual ones.
        var threads = new QueuedThreadPool(64, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        var jetty = new Server(threads);
        var connector = new ServerConnector(jetty, SingleFileConnection.factory(configuration()));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        var refusals = new Refusals();
        var connections = new Connections(options, refusals);
        connector.addBean(connections);
        var budget = new BodyBudget(options.limits());
        jetty.addConnector(connector);
        jetty.setHandler(new Dispatcher(options, budget, refusals, routes, errors));
        jetty.setErrorHandler(Dispatcher::refuse);
        jetty.setStopTimeout(Duration.ofSeconds(5).toMillis());
        try {
            jetty.start();
        } catch (Exception e) {
            connections.close();
            throw new IOException(
                    "cannot serve HTTP on " + options.host() + ":" + options.port(), e);
        }
        return new HttpServer(jetty, connector, connections, budget);
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        configuration.setResponseHeaderSize(MAX_HEADER_BYTES);
        configuration.setMaxResponseHeaderSize(MAX_ANSWER_HEADER_BYTES);
        // Message-IDs bring %2F, %25 and worse. Routes match the raw path, so nothing is ambiguous.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** What the bodies of all requests take now, in bytes; small ones are not counted. */
    public long heldBodyBytes() {
        return budget.held();
    }

    /** Lets running requests end, for a few seconds. */
    @Override
    public void close() {
        connections.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop", e);
        }
    }
}
