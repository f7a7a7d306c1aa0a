package io.patchbay.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The front door: takes connections, hands each request to its route on a virtual thread. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MAX_HEADER_BYTES = 32 << 10;
    // A burst of clients (patman opens 50 at once) waits here instead of being refused.
    private static final int BACKLOG = 1024;

    private final Server jetty;
    private final ServerConnector connector;

    private HttpServer(Server jetty, ServerConnector connector) {
        this.jetty = jetty;
        this.connector = connector;
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
        var connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration()));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        jetty.addConnector(connector);
        jetty.setHandler(new Door(options, routes, errors));
        jetty.setStopTimeout(Duration.ofSeconds(5).toMillis());
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IOException(
                    "cannot serve HTTP on " + options.host() + ":" + options.port(), e);
        }
        return new HttpServer(jetty, connector);
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        configuration.setResponseHeaderSize(MAX_HEADER_BYTES);
        configuration.setMaxResponseHeaderSize(MAX_HEADER_BYTES);
        // Message-IDs bring %2F, %25 and worse. Routes match the raw path, so nothing is ambiguous.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Lets running requests end, for a few seconds. */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop", e);
        }
    }

    /** The one place where requests meet routes, and where errors become replies. */
    private static final class Door extends Handler.Abstract {

        private final HttpOptions options;
        private final Routes routes;
        private final ErrorLook errors;

        Door(HttpOptions options, Routes routes, ErrorLook errors) {
            this.options = options;
            this.routes = routes;
            this.errors = errors;
        }

        @Override
        public boolean handle(
                org.eclipse.jetty.server.Request in,
                org.eclipse.jetty.server.Response out,
                Callback callback) {
            var request = new Request(in, options);
            try {
                send(request, answer(request), out, callback);
            } catch (Throwable broken) {
                logBroken(request, broken);
                callback.failed(broken);
            }
            return true;
        }

        private Response answer(Request request) throws IOException {
            try {
                return routes.answer(request);
            } catch (HttpError error) {
                return reply(request, error);
            } catch (EofException gone) {
                throw gone;
            } catch (Exception broken) {
                logBroken(request, broken);
                return reply(
                        request,
                        new HttpError(
                                500, "The server failed; its log says why. Try again later."));
            }
        }

        private Response reply(Request request, HttpError error) {
            var response = errors.show(request, error);
            return error instanceof NotAllowed notAllowed
                    ? response.header("Allow", notAllowed.allow())
                    : response;
        }

        private static void send(
                Request request,
                Response response,
                org.eclipse.jetty.server.Response out,
                Callback callback)
                throws IOException {
            out.setStatus(response.status());
            var headers = out.getHeaders();
            for (var header : response.headers()) {
                headers.add(header.name(), header.value());
            }
            if (response.status() != 301) {
                headers.put("X-Frame-Options", "DENY");
                headers.put("X-Content-Type-Options", "nosniff");
            }
            var csrf = request.usedCsrf();
            if (csrf != null) {
                setCookie(headers, csrf.cookie());
            }
            var writer = response.writer();
            if (writer == null) {
                if (response.status() != 204 && response.status() != 304) {
                    headers.put(HttpHeader.CONTENT_LENGTH, response.length());
                }
                out.write(
                        true, ByteBuffer.wrap(response.content(), 0, response.length()), callback);
            } else if (request.method() == Method.HEAD) {
                out.write(true, null, callback);
            } else {
                try (OutputStream stream = Content.Sink.asOutputStream(out)) {
                    writer.writeTo(stream);
                }
                callback.succeeded();
            }
        }

        private static void setCookie(
                org.eclipse.jetty.http.HttpFields.Mutable headers, @Nullable Cookie cookie) {
            if (cookie != null) {
                headers.add("Set-Cookie", cookie.line());
            }
        }

        private static void logBroken(Request request, Throwable broken) {
            if (broken instanceof QuietException || broken instanceof EofException) {
                LOG.debug("{} {}: the client went away", request.methodName(), request.rawPath());
            } else {
                LOG.error("{} {} failed", request.methodName(), request.rawPathAndQuery(), broken);
            }
        }
    }
}
