package io.patchbay.rest.endpoint;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Response;
import io.patchbay.rest.json.JsonOut;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Format;
import io.patchbay.rest.request.IdempotencyKey;

import java.util.List;

/** Turns the answer of an endpoint into bytes: JSON, or the page that shows the JSON to people. */
public final class Rendering {

    static final List<String> RENDERED = List.of(Format.JSON_TYPE, Format.HTML_TYPE);
    static final List<String> RENDERED_AND_TEXT =
            List.of(Format.JSON_TYPE, Format.HTML_TYPE, Format.TEXT_TYPE);
    static final List<String> PARSED =
            List.of(Format.JSON_TYPE, "application/x-www-form-urlencoded", "multipart/form-data");

    private final BrowsablePage browsable;

    public Rendering(BrowsablePage browsable) {
        this.browsable = browsable;
    }

    Response render(Call call, Endpoint endpoint, ApiReply reply) {
        var body = reply.body();
        var response =
                call.format().browsable() && body != null
                        ? browsable.show(call, endpoint, reply, body)
                        : json(call, endpoint, reply);
        return headers(response, endpoint, reply).header("Vary", "Accept, Cookie");
    }

    /** An error that came before anybody looked at who asks, so that cookies do not matter. */
    Response beforeSignIn(Call call, Endpoint endpoint, HttpError error) {
        var reply = ApiReply.error(error.status(), error.detail());
        return headers(json(call, endpoint, reply), endpoint, reply).header("Vary", "Accept");
    }

    private static Response json(Call call, Endpoint endpoint, ApiReply reply) {
        if (reply.text() != null) {
            return Response.text(reply.status(), reply.text()).tagged();
        }
        var body = reply.body();
        if (body == null) {
            return Response.empty(reply.status());
        }
        var usual = endpoint.usualLength();
        var buffer = usual.buffer();
        write(call, body, call.format().indent(), buffer);
        usual.was(buffer.size());
        return Response.of(reply.status(), Format.JSON_TYPE, buffer.array(), buffer.size())
                .tagged();
    }

    /** For a page, which shows it among other things. */
    static Buffer write(Call call, ApiReply.Body body, int indent) {
        var buffer = new UsualLength().buffer();
        write(call, body, indent, buffer);
        return buffer;
    }

    private static void write(Call call, ApiReply.Body body, int indent, Buffer buffer) {
        try (var out = new JsonOut(buffer, indent, call.version(), call.addresses())) {
            body.write(out);
        }
    }

    private static Response headers(Response response, Endpoint endpoint, ApiReply reply) {
        response.header("Allow", endpoint.allow());
        if (reply.link() != null) {
            response.header("Link", reply.link());
        }
        if (reply.location() != null) {
            response.header("Location", reply.location());
        }
        if (reply.replayed()) {
            response.header(IdempotencyKey.REPLAYED, "true");
        }
        return response;
    }
}
