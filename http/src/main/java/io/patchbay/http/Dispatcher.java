package io.patchbay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.message.BodyBudget;
import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.message.NotAllowed;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Delivery;
import io.patchbay.http.route.Routes;
import io.patchbay.tracker.StoreUnavailable;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The one place where requests meet routes, and where errors become replies. */
final class Dispatcher extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    static final String RETRY_SECONDS = "30";

    private final HttpOptions options;
    private final BodyBudget budget;
    private final Refusals refusals;
    private final Routes routes;
    private final ErrorLook errors;

    Dispatcher(
            HttpOptions options,
            BodyBudget budget,
            Refusals refusals,
            Routes routes,
            ErrorLook errors) {
        this.options = options;
        this.budget = budget;
        this.refusals = refusals;
        this.routes = routes;
        this.errors = errors;
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request in,
            org.eclipse.jetty.server.Response out,
            Callback callback) {
        var request = new Request(in, options, budget);
        try {
            Delivery.send(request, answerAndForget(request, out), out, callback);
        } catch (Exception broken) {
            logBroken(request, broken);
            callback.failed(broken);
        }
        return true;
    }

    /** The body is gone when the answer is there: who reads slowly holds no memory of others. */
    private Response answerAndForget(Request request, org.eclipse.jetty.server.Response out)
            throws IOException {
        try (request) {
            var response = answer(request);
            if (!request.isReadToItsEnd()) {
                out.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            note(request.refusalOfBody());
            // Whichever window says so.
            return response.status() == 503
                    ? response.header("Retry-After", RETRY_SECONDS)
                    : response;
        }
    }

    /** What an operator should know: that there is no room, or that clients are too slow. */
    private void note(@Nullable HttpError refusal) {
        if (refusal != null && refusal.status() != 413) {
            refusals.note(refusal.detail());
        }
    }

    private Response answer(Request request) throws IOException {
        try {
            return routes.answer(request);
        } catch (HttpError error) {
            return reply(request, error);
        } catch (EofException gone) {
            throw gone;
        } catch (StoreUnavailable away) {
            LOG.warn("{} {}: {}", request.methodName(), request.rawPath(), away.getMessage());
            return reply(
                    request,
                    new HttpError(503, "The store is locked, full or away. Try again later."));
        } catch (Exception broken) {
            logBroken(request, broken);
            return reply(
                    request,
                    new HttpError(500, "The server failed; its log says why. Try again later."));
        }
    }

    private Response reply(Request request, HttpError error) {
        var response = errors.show(request, error);
        return error instanceof NotAllowed notAllowed
                ? response.header("Allow", notAllowed.allow())
                : response;
    }

    private static void logBroken(Request request, Exception broken) {
        if (broken instanceof QuietException || broken instanceof EofException) {
            LOG.debug("{} {}: the client went away", request.methodName(), request.rawPath());
        } else {
            LOG.error("{} {} failed", request.methodName(), request.rawPathAndQuery(), broken);
        }
    }

    /** What is no HTTP never reaches a route; it is told so in a line. */
    static boolean refuse(
            org.eclipse.jetty.server.Request request,
            org.eclipse.jetty.server.Response response,
            Callback callback) {
        var reason =
                Objects.requireNonNullElse(
                        request.getAttribute(ErrorHandler.ERROR_MESSAGE), "not a valid request");
        // A version that nobody speaks is the client's mistake, not a failure of ours.
        if (response.getStatus() == 505) {
            response.setStatus(400);
        }
        byte[] line = ("The server cannot answer this: " + reason + "\n").getBytes(UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, line.length);
        // Where the next request would begin is anybody's guess.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, ByteBuffer.wrap(line), callback);
        return true;
    }
}
