package io.patchbay.rest.endpoint;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Method;
import io.patchbay.http.message.NotAllowed;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Handler;
import io.patchbay.http.signin.SignIn;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.Api;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.BareInvalid;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Format;
import io.patchbay.rest.request.Invalid;
import io.patchbay.tracker.accounts.Grant;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.accounts.Viewer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One path of the API: what it is called, what it does for each method, and the way every request
 * takes: format, who asks, method, answer. The one place where errors of the API become replies.
 */
public final class Endpoint {

    private final String name;
    private final String description;
    private final Map<Method, Action> actions = new EnumMap<>(Method.class);
    private @Nullable Listing<?> listing;
    private @Nullable Form form;
    private @Nullable Shape<?> shape;
    private ApiVersion writableSince = ApiVersion.V1_0;
    private boolean signedInOnly;
    private @Nullable Scope scope;
    private final List<Above> above = new ArrayList<>();
    private boolean asText;
    private final UsualLength usualLength = new UsualLength();

    /** An endpoint on the way to this one, this one included. */
    private record Above(int segments, String name) {}

    /**
     * What can be sent to an endpoint.
     *
     * @param method POST, or PUT (then PATCH too)
     * @param permitted whether this caller may
     */
    public record Form(Method method, Shape<?> shape, Predicate<Call> permitted) {}

    private Endpoint(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /**
     * @param description as the browsable page shows it; some clients' tests compare it
     */
    public static Endpoint named(String name, String description) {
        return new Endpoint(name, description);
    }

    public Endpoint get(Shape<?> answered, Action action) {
        shape = answered;
        return on(Method.GET, action);
    }

    /** GET of a list, which can be filtered, ordered and paged. */
    public Endpoint list(Listing<?> rows) {
        listing = rows;
        return get(rows.shape(), rows::page);
    }

    public Endpoint post(Shape<?> asked, Predicate<Call> permitted, Action action) {
        form = new Form(Method.POST, asked, permitted);
        return on(Method.POST, action);
    }

    /** PUT and PATCH. */
    public Endpoint edit(Shape<?> asked, Predicate<Call> permitted, Action put, Action patch) {
        form = new Form(Method.PUT, asked, permitted);
        return on(Method.PUT, put).on(Method.PATCH, patch);
    }

    /** PUT or PATCH alone, of what GET does not answer. */
    public Endpoint only(Method method, Shape<?> asked, Shape<?> answered, Action action) {
        shape = answered;
        form = new Form(method, asked, call -> !call.viewer().isAnonymous());
        return on(method, action);
    }

    public Endpoint delete(Action action) {
        return on(Method.DELETE, action);
    }

    /** Before this version the endpoint is read-only. */
    public Endpoint writableSince(ApiVersion version) {
        writableSince = version;
        return this;
    }

    /** A token that is limited to this may write here; other limited ones may not. */
    public Endpoint within(Scope writing) {
        scope = writing;
        return this;
    }

    /** Nobody else may even look, and is told so before anything else. */
    public Endpoint signedInOnly() {
        signedInOnly = true;
        return this;
    }

    /** Answers GET in plain text too, for {@code ?format=text} and {@code Accept: text/plain}. */
    public Endpoint asTextToo() {
        asText = true;
        return this;
    }

    /** The types of its answers, the preferred one first. */
    public List<String> types() {
        return asText ? Rendering.RENDERED_AND_TEXT : Rendering.RENDERED;
    }

    /** Says which endpoints stand above this one, the root first and this one last. */
    public void below(String path, String otherName) {
        above.add(new Above((int) path.chars().filter(c -> c == '/').count(), otherName));
    }

    /** The way from the root to this endpoint, as links that keep the format. */
    List<Link> trail(Call call) {
        var root = call.addresses().versionedPath();
        var suffix = call.addresses().formatSuffix();
        var path = call.request().rawPath().substring(root.length());
        var links = new ArrayList<Link>();
        for (var step : above) {
            int end = 0;
            for (int i = 0; i < step.segments; i++) {
                end = path.indexOf('/', end) + 1;
            }
            links.add(new Link(step.name, root + path.substring(0, end) + suffix));
        }
        return links;
    }

    private Endpoint on(Method method, Action action) {
        actions.put(method, action);
        return this;
    }

    public String name() {
        return name;
    }

    String description() {
        return description;
    }

    public Map<Method, Action> actions() {
        return actions;
    }

    public @Nullable Listing<?> listing() {
        return listing;
    }

    public @Nullable Form form() {
        return form;
    }

    /** Of what GET answers, or of its rows. */
    public @Nullable Shape<?> shape() {
        return shape;
    }

    UsualLength usualLength() {
        return usualLength;
    }

    boolean isSignedInOnly() {
        return signedInOnly;
    }

    /** GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, as far as supported. */
    String allow() {
        var methods = new TreeSet<>(actions.keySet());
        if (methods.contains(Method.GET)) {
            methods.add(Method.HEAD);
        }
        methods.add(Method.OPTIONS);
        return methods.stream().map(Method::name).collect(Collectors.joining(", "));
    }

    public Handler at(Api api, SignIn signIn, Rendering rendering) {
        return request -> answer(request, api, signIn, rendering);
    }

    private Response answer(Request request, Api api, SignIn signIn, Rendering rendering)
            throws IOException {
        Format format;
        try {
            format = Format.of(request, types());
        } catch (HttpError unacceptable) {
            var call = Call.of(request, api, Format.JSON, Viewer.ANONYMOUS);
            return rendering.beforeSignIn(call, this, unacceptable);
        }
        var call = Call.of(request, api, format, Viewer.ANONYMOUS);
        try {
            call = call.by(signIn.viewer(request));
            return rendering.render(call, this, reply(call));
        } catch (HttpError error) {
            return rendering.render(call, this, reply(error));
        }
    }

    private static ApiReply reply(HttpError error) {
        return switch (error) {
            case Invalid invalid -> invalid.reply();
            case BareInvalid invalid -> invalid.reply();
            default -> ApiReply.error(error.status(), error.detail());
        };
    }

    private ApiReply reply(Call call) throws IOException {
        if (signedInOnly && call.viewer().isAnonymous()) {
            throw Call.notSignedIn();
        }
        var method = call.request().method();
        if (method == Method.OPTIONS) {
            return Metadata.of(this, call);
        }
        var action = actions.get(method == Method.HEAD ? Method.GET : method);
        if (action == null || !method.isSafe() && !call.atLeast(writableSince)) {
            throw new NotAllowed(call.request().methodName(), allow());
        }
        if (!method.isSafe()) {
            checkToken(call.viewer().grant());
        }
        return action.answer(call);
    }

    private void checkToken(@Nullable Grant grant) {
        if (grant == null || !grant.isLimited()) {
            return;
        }
        if (scope == null) {
            throw HttpError.forbidden(
                    "This token is limited; what you ask for needs one without limits.");
        }
        if (!grant.allows(scope)) {
            throw HttpError.forbidden(
                    "This token may do: %s; what you ask for needs one with the scope '%s'."
                            .formatted(
                                    Scope.labels(grant.scopes()).replace(" ", ", "),
                                    scope.label()));
        }
    }

    @Nullable Scope scope() {
        return scope;
    }

    /** Whether the caller may use the form. */
    boolean permits(Call call) {
        if (form == null || !call.atLeast(writableSince)) {
            return false;
        }
        try {
            checkToken(call.viewer().grant());
            return form.permitted().test(call);
        } catch (HttpError nothingThereOrNotWithThisToken) {
            return false;
        }
    }
}
