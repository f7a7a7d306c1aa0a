package io.patchbay.acceptance.doors;

import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The REST API; what it says is its status and body. */
final class RestDoor extends Door {

    private final DoorSite site;
    private int made;

    private RestDoor(DoorSite site) {
        this.site = site;
    }

    /** What Patchwork has too. */
    static RestDoor ofPatchwork(DoorSite site) {
        var door = new RestDoor(site);
        for (var field : List.of("state", "commit_ref", "pull_url", "delegate", "related")) {
            door.way("patch." + field, wish -> door.patch("/api/patches/1/", field, wish));
        }
        for (var field : List.of("state", "context", "target_url", "description", "user")) {
            door.way(
                    "check." + field,
                    wish -> door.check("POST", "/api/patches/1/checks/", field, wish));
        }
        for (var field : List.of("first_name", "last_name")) {
            door.way("user." + field, wish -> door.patch("/api/users/1/", field, wish));
        }
        door.way("user.items_per_page", door::itemsPerPage);
        for (var field : PROJECT_LINKS) {
            door.way("project." + field, wish -> door.patch("/api/projects/quay/", field, wish));
        }
        door.way("new bundle.name", wish -> door.newBundle(wish, field("name", wish)));
        door.way("new bundle.patches", wish -> door.newBundle(wish, field("patches", wish)));
        door.way("new bundle.key", door::newBundleUnderKey);
        door.way("bundle.name", wish -> door.patch("/api/bundles/1/", "name", wish));
        door.way("bundle.patches", wish -> door.patch("/api/bundles/1/", "patches", wish));
        door.way("hidden bundle.name", wish -> door.patch("/api/bundles/3/", "name", wish));
        door.way(
                "comment.addressed",
                wish -> door.patch("/api/patches/1/comments/1/", "addressed", wish));
        door.way(
                "cover comment.addressed",
                wish -> door.patch("/api/covers/1/comments/1/", "addressed", wish));
        return door;
    }

    private static final List<String> PROJECT_LINKS =
            List.of(
                    "web_url",
                    "scm_url",
                    "webscm_url",
                    "list_archive_url",
                    "list_archive_url_format",
                    "commit_url_format");

    /** What only we have: edits of many patches alike, and reports by context. */
    static RestDoor ofOurs(DoorSite site) {
        var door = new RestDoor(site);
        for (var field : List.of("state", "commit_ref", "pull_url", "delegate")) {
            door.way("patch." + field, wish -> door.alike(field, wish));
        }
        for (var field : List.of("state", "target_url", "description", "user")) {
            door.way(
                    "check." + field,
                    wish -> door.check("PUT", "/api/patchbay/patches/1/checks/own/", field, wish));
        }
        door.way(
                "check.context",
                wish ->
                        door.check(
                                "PUT",
                                "/api/patchbay/patches/1/checks/%s/"
                                        .formatted(PageDoor.encoded(wish.value())),
                                "",
                                wish));
        return door;
    }

    @Override
    boolean knows(String who) {
        return true;
    }

    private String patch(String path, String field, Wish wish) throws Exception {
        return send("PATCH", path, wish, field(field, wish), "");
    }

    private String alike(String field, Wish wish) throws Exception {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("patches", numbers("1"));
        fields.putAll(field(field, wish));
        return send("PATCH", "/api/patchbay/patches/", wish, fields, "");
    }

    private String check(String method, String path, String field, Wish wish) throws Exception {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("state", new Json.Text("success"));
        // Each is another one, so that none is no news.
        fields.put("description", new Json.Text("no. " + made++));
        if (!field.isEmpty()) {
            fields.putAll(field(field, wish));
        }
        return send(method, path, wish, fields, "");
    }

    private String itemsPerPage(Wish wish) throws Exception {
        var settings = JsonObject.of(Map.of("items_per_page", number(wish.value())));
        return send("PATCH", "/api/users/1/", wish, Map.of("settings", settings), "");
    }

    private String newBundle(Wish wish, Map<String, Json> asked) throws Exception {
        return send("POST", "/api/bundles/", wish, bundle(asked), "");
    }

    private String newBundleUnderKey(Wish wish) throws Exception {
        return send("POST", "/api/bundles/", wish, bundle(Map.of()), wish.value());
    }

    private Map<String, Json> bundle(Map<String, Json> asked) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("name", new Json.Text("bundle " + made++));
        fields.put("patches", numbers("1"));
        fields.putAll(asked);
        return fields;
    }

    private static Map<String, Json> field(String name, Wish wish) {
        var value =
                switch (name) {
                    case "delegate", "user" -> number(DoorSite.idOf(wish.value()));
                    case "related", "patches" -> numbers(wish.value());
                    case "addressed" -> new Json.Bool(Boolean.parseBoolean(wish.value()));
                    default -> new Json.Text(wish.value());
                };
        return Map.of(name, value);
    }

    private static Json number(String digits) {
        return new Json.Int(Long.parseLong(digits));
    }

    /** Numbers with blanks between them; empty for none. */
    private static Json numbers(String words) {
        return new Json.Items(
                words.isEmpty()
                        ? List.of()
                        : List.of(words.split(" ")).stream().map(RestDoor::number).toList());
    }

    private String send(String method, String path, Wish wish, Map<String, Json> fields, String key)
            throws IOException, InterruptedException {
        var request =
                site.request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JsonObject.of(fields).toString()));
        if (!wish.who().equals("anonymous")) {
            request.header("Authorization", "Token " + site.token(wish.who()));
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        var answer = site.send(request);
        return answer.statusCode() < 300 ? KEPT : answer.statusCode() + " " + answer.body();
    }
}
