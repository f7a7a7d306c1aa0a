package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Percent;
import io.patchbay.http.message.Request;
import io.patchbay.rest.json.ApiAddresses;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Viewer;

/**
 * One request to the API: what came in, in which version, how the answer shall look and who asks.
 *
 * @param addresses what those in the answer begin with
 */
public record Call(
        Request request, ApiVersion version, Format format, Viewer viewer, ApiAddresses addresses) {

    public static Call of(Request request, Api api, Format format, Viewer viewer) {
        var site = request.baseUrl();
        var named = request.query().get("format");
        return new Call(
                request,
                api.version(),
                format,
                viewer,
                new ApiAddresses(
                        site,
                        site + api.prefix(),
                        site + Api.UNVERSIONED,
                        named == null ? "" : "?format=" + Percent.encodeQuery(named)));
    }

    public Call by(Viewer signedIn) {
        return new Call(request, version, format, signedIn, addresses);
    }

    /** Who asks, for what the request changes. */
    public Actor actor() {
        return request.by(viewer);
    }

    /** The address of something in the version that is spoken. */
    public String link(String path) {
        return addresses.link(path);
    }

    /** A number that the path holds; one that is too large finds nothing. */
    public long id(String segment) {
        return request.number(segment);
    }

    public boolean atLeast(ApiVersion other) {
        return version.atLeast(other);
    }

    /** What an anonymous visitor is told who needs to sign in. */
    public static HttpError notSignedIn() {
        return HttpError.forbidden("Authentication credentials were not provided.");
    }

    public static HttpError noPermission() {
        return HttpError.forbidden("You do not have permission to perform this action.");
    }

    public static HttpError noSuch(String model) {
        return HttpError.notFound("No " + model + " matches the given query.");
    }
}
