package io.patchbay.rest;

import static io.patchbay.rest.json.ApiVersion.V1_0;
import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_3;

import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.rest.endpoint.BrowsablePage;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Index;
import io.patchbay.rest.endpoint.Rendering;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.request.Api;
import io.patchbay.rest.resource.AuditResource;
import io.patchbay.rest.resource.BundleResource;
import io.patchbay.rest.resource.CheckResource;
import io.patchbay.rest.resource.CommentResource;
import io.patchbay.rest.resource.ComparisonResource;
import io.patchbay.rest.resource.CoverResource;
import io.patchbay.rest.resource.EventResource;
import io.patchbay.rest.resource.ExtensionResource;
import io.patchbay.rest.resource.PatchResource;
import io.patchbay.rest.resource.PersonResource;
import io.patchbay.rest.resource.ProjectResource;
import io.patchbay.rest.resource.SeriesResource;
import io.patchbay.rest.resource.UserResource;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.model.Comment.Parent.Kind;

import java.util.ArrayList;
import java.util.List;

/** Patchwork's JSON API, versions 1.0 to 1.4, with its browsable pages. */
public final class RestApi {

    private final Store store;
    private final SignIn signIn;
    private final List<Place> places = new ArrayList<>();
    private final List<Place> ownPlaces = new ArrayList<>();

    /** An endpoint, where it is, and since which version. */
    record Place(String path, ApiVersion since, Endpoint endpoint) {}

    public RestApi(Store store, SignIn signIn) {
        this.store = store;
        this.signIn = signIn;
        lay();
        layOwn();
    }

    private void lay() {
        var projects = new ProjectResource(store);
        var users = new UserResource(store);
        var people = new PersonResource(store);
        var patches = new PatchResource(store);
        var checks = new CheckResource(store);
        var patchComments = new CommentResource(store, Kind.PATCH);
        var covers = new CoverResource(store);
        var coverComments = new CommentResource(store, Kind.COVER);
        var series = new SeriesResource(store);
        var events = new EventResource(store);
        var bundles = new BundleResource(store);

        at("", V1_0, Index.endpoint());
        at("projects/", V1_0, projects.list());
        at("projects/{id}/", V1_0, projects.detail());
        at("users/", V1_0, users.list());
        at("users/{id:number}/", V1_0, users.detail());
        at("people/", V1_0, people.list());
        at("people/{id:number}/", V1_0, people.detail());
        at("patches/", V1_0, patches.list());
        at("patches/{id:number}/", V1_0, patches.detail());
        at("patches/{id:number}/checks/", V1_0, checks.list());
        at("patches/{id:number}/checks/{check:number}/", V1_0, checks.detail());
        at("patches/{id:number}/comments/", V1_1, patchComments.list());
        at("patches/{id:number}/comments/{comment:number}/", V1_3, patchComments.detail());
        at("covers/", V1_0, covers.list());
        at("covers/{id:number}/", V1_0, covers.detail());
        at("covers/{id:number}/comments/", V1_1, coverComments.list());
        at("covers/{id:number}/comments/{comment:number}/", V1_3, coverComments.detail());
        at("series/", V1_0, series.list());
        at("series/{id:number}/", V1_0, series.detail());
        at("events/", V1_0, events.list());
        at("bundles/", V1_0, bundles.list());
        at("bundles/{id:number}/", V1_0, bundles.detail());
    }

    /** What Patchwork does not have stands apart, so that the two never collide. */
    private void layOwn() {
        var own = new ExtensionResource(store);

        ownAt("patchbay/patches/", own.patches());
        ownAt("patchbay/patches/{id:number}/checks/{context}/", own.check());
        ownAt(
                "patchbay/series/{id:number}/compare/{other:number}/",
                new ComparisonResource(store).detail());
        ownAt("patchbay/audit/", new AuditResource(store).list());
        ownAt("schema/", OpenApi.endpoint(this::described));
    }

    private List<Place> described() {
        var all = new ArrayList<>(places);
        all.addAll(ownPlaces);
        return all;
    }

    private void ownAt(String path, Endpoint endpoint) {
        endpoint.below("", "Index");
        endpoint.below(path, endpoint.name());
        ownPlaces.add(new Place(path, ApiVersion.NEWEST, endpoint));
    }

    private void at(String path, ApiVersion since, Endpoint endpoint) {
        for (var place : places) {
            if (path.startsWith(place.path)) {
                endpoint.below(place.path, place.endpoint.name());
            }
        }
        endpoint.below(path, endpoint.name());
        places.add(new Place(path, since, endpoint));
    }

    /** Adds every path in every version to the routes of the server. */
    public void addTo(Routes routes) {
        var rendering = new Rendering(new BrowsablePage(store));
        BrowsablePage.addAssets(routes);
        var apis = new ArrayList<>(List.of(Api.newest()));
        for (var version : ApiVersion.values()) {
            apis.add(Api.of(version));
        }
        for (var place : ownPlaces) {
            var newest = Api.newest();
            routes.all(
                    newest.prefix() + place.path(), place.endpoint().at(newest, signIn, rendering));
        }
        for (var api : apis) {
            for (var place : places) {
                if (api.version().atLeast(place.since())) {
                    routes.all(
                            api.prefix() + place.path(),
                            place.endpoint().at(api, signIn, rendering));
                }
            }
        }
    }
}
