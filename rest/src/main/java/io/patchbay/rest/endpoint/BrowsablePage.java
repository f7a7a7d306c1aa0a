package io.patchbay.rest.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;

import io.patchbay.http.message.Method;
import io.patchbay.http.message.Paging;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Asset;
import io.patchbay.http.route.Routes;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Format;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page that shows an answer to people (rest-api §11). Its text from the description on is part
 * of the contract; its look is ours.
 */
public final class BrowsablePage {

    private static final Asset STYLE = asset("api.css", "text/css; charset=utf-8");
    private static final Asset SCRIPT = asset("api.js", "text/javascript; charset=utf-8");

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Store store;

    /** Everything that the template shows. */
    public record View(
            String title,
            String description,
            List<Link> crumbs,
            String viewer,
            List<Link> formats,
            String address,
            boolean deletable,
            List<Link> pages,
            String request,
            String response,
            String csrf,
            String style,
            String script,
            @Nullable FilterForm filters,
            @Nullable EditForm form) {}

    public BrowsablePage(Store store) {
        this.store = store;
    }

    public static void addAssets(Routes routes) {
        STYLE.addTo(routes);
        SCRIPT.addTo(routes);
    }

    private static Asset asset(String name, String contentType) {
        return Asset.of(name, contentType, BrowsablePage.class.getResourceAsStream(name));
    }

    @SuppressWarnings("NullAway") // compiled templates take an interceptor that they never call
    Response show(Call call, Endpoint endpoint, ApiReply reply, ApiReply.Body body) {
        byte[] json = Rendering.write(call, body, Format.PAGE.indent()).toByteArray();
        boolean permitted = endpoint.permits(call);
        var view =
                store.read(reading -> {
                    var form = form(call, endpoint, reply, json, permitted, reading);
                    return view(call, endpoint, reply, json, form, reading);
                });
        var bytes = new Utf8ByteOutput(1 << 16);
        JtebrowsableGenerated.render(new OwaspHtmlTemplateOutput(bytes), null, view);
        return Response.of(reply.status(), "text/html; charset=utf-8", bytes.toByteArray())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin");
    }

    private static View view(
            Call call,
            Endpoint endpoint,
            ApiReply reply,
            byte[] json,
            @Nullable EditForm form,
            Reading reading) {
        var request = call.request();
        var listing = endpoint.listing();
        boolean deletable = form != null && endpoint.actions().containsKey(Method.DELETE);
        var user = call.viewer().user();
        return new View(
                endpoint.name(),
                endpoint.description(),
                endpoint.trail(call),
                user == null ? "" : user.displayName(),
                List.of(format(request, "json"), format(request, "api")),
                request.rawPathAndQuery(),
                deletable,
                pages(request, reply.pages()),
                request.methodName() + " " + request.rawPathAndQuery(),
                response(endpoint, reply) + "\n" + Hyperlinks.escape(new String(json, UTF_8)),
                form != null || deletable ? request.csrf().masked() : "",
                STYLE.path(),
                SCRIPT.path(),
                listing == null ? null : FilterForm.of(listing, call, reading),
                form);
    }

    private static @Nullable EditForm form(
            Call call,
            Endpoint endpoint,
            ApiReply reply,
            byte[] json,
            boolean permitted,
            Reading reading) {
        var form = endpoint.form();
        if (form == null || !permitted || reply.status() >= 400) {
            return null;
        }
        boolean replaces = form.method() == Method.PUT;
        var shown = replaces && Body.json(json) instanceof Map<?, ?> object ? object : Map.of();
        return EditForm.of(form, call, shown, reading);
    }

    private static Link format(Request request, String name) {
        var query = request.query().with("format", name);
        return new Link(name, request.rawPath() + "?" + query.encoded());
    }

    /** What the JSON answer would have said, headers in alphabetical order. */
    private static String response(Endpoint endpoint, ApiReply reply) {
        var headers = new TreeMap<String, String>();
        headers.put("Allow", endpoint.allow());
        headers.put("Content-Type", Format.JSON_TYPE);
        headers.put("Vary", "Accept");
        if (reply.link() != null) {
            headers.put("Link", reply.link());
        }
        if (reply.location() != null) {
            headers.put("Location", reply.location());
        }
        var text = new StringBuilder("HTTP ").append(reply.status()).append(' ');
        text.append(reason(reply.status())).append('\n');
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return Hyperlinks.escape(text.toString());
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            default -> "";
        };
    }

    private static List<Link> pages(Request request, ApiReply.@Nullable Pages pages) {
        var links = new ArrayList<Link>();
        if (pages == null) {
            return links;
        }
        for (int number = 1; number <= pages.last(); number++) {
            boolean near = Math.abs(number - pages.number()) <= 3;
            if (number == pages.number()) {
                links.add(new Link(Integer.toString(number), ""));
            } else if (near || number == 1 || number == pages.last()) {
                links.add(new Link(Integer.toString(number), Paging.url(request, number)));
            }
        }
        return links;
    }
}
