package io.patchbay.acceptance.doors;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of pages, sent with a session; what they say is what the page shows in red. */
final class PageDoor extends Door {

    private static final String CSRF = "c".repeat(32);
    private static final Pattern FLASH =
            Pattern.compile("<li class=\"(?:error|warning)\">([^<]*)</li>");
    private static final Pattern ERRORS =
            Pattern.compile("<div id=\"errors\" role=\"alert\"><ul>(.*?)</ul>", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("<li>([^<]*)</li>");
    private static final Pattern REFUSAL = Pattern.compile("<p>([^<]*)</p>");

    private final DoorSite site;
    private int made;

    private PageDoor(DoorSite site) {
        this.site = site;
    }

    /** Pages of one thing, and those of accounts. */
    static PageDoor ofOne(DoorSite site) {
        var door = new PageDoor(site);
        var patch = "/project/quay/patch/%s/".formatted(DoorSite.PATCH);
        var cover = "/project/quay/cover/%s/".formatted(DoorSite.COVER);
        door.way(
                "patch.state",
                wish -> door.patch(patch, wish, "state", site.numberOfState(wish.value())));
        door.way(
                "patch.delegate",
                wish -> door.patch(patch, wish, "delegate", DoorSite.idOf(wish.value())));
        door.way(
                "new bundle.name",
                wish ->
                        door.post(
                                patch,
                                wish,
                                Map.of("action", "createbundle", "name", wish.value())));
        door.way("bundle.name", wish -> door.bundle(1, wish));
        door.way("hidden bundle.name", wish -> door.bundle(3, wish));
        door.way("comment.addressed", wish -> door.post(patch, wish, comment(wish)));
        door.way("cover comment.addressed", wish -> door.post(cover, wish, comment(wish)));
        for (var field : List.of("first_name", "last_name", "items_per_page")) {
            door.way("user." + field, wish -> door.post("/user/", wish, user(field, wish)));
        }
        for (var field : List.of("username", "first_name", "last_name", "email", "password")) {
            door.way(
                    "new user." + field,
                    wish -> door.post("/register/", wish, door.newUser(field, wish)));
        }
        door.way(
                "new token.label",
                wish -> door.post("/user/generate-token/", wish, Map.of("label", wish.value())));
        door.way(
                "new address.email",
                wish -> door.post("/user/link/", wish, Map.of("email", wish.value())));
        door.way(
                "user.password", wish -> door.post("/user/password-change/", wish, password(wish)));
        return door;
    }

    /** Forms below lists, and what anybody may ask. */
    static PageDoor ofMany(DoorSite site) {
        var door = new PageDoor(site);
        door.way(
                "patch.state",
                wish ->
                        door.list(
                                wish,
                                Map.of(
                                        "action",
                                        "update",
                                        "state",
                                        site.numberOfState(wish.value()))));
        door.way(
                "patch.delegate",
                wish ->
                        door.list(
                                wish,
                                Map.of(
                                        "action",
                                        "update",
                                        "delegate",
                                        DoorSite.idOf(wish.value()))));
        door.way(
                "new bundle.name",
                wish -> door.list(wish, Map.of("action", "create", "name", wish.value())));
        door.way(
                "new address.email",
                wish -> door.post("/mail/optout/", wish, Map.of("email", wish.value())));
        return door;
    }

    @Override
    boolean knows(String who) {
        return !who.startsWith("token ");
    }

    private String patch(String path, Wish wish, String field, String value) throws Exception {
        var shown = site.patch();
        var fields = new LinkedHashMap<String, String>();
        fields.put("action", "update");
        fields.put("state", Long.toString(shown.state().id()));
        fields.put(
                "delegate", shown.delegate() == null ? "" : Long.toString(shown.delegate().id()));
        fields.put(field, value);
        return post(path, wish, fields);
    }

    private String list(Wish wish, Map<String, String> asked) throws Exception {
        var fields =
                new LinkedHashMap<>(
                        Map.of(
                                "form", "patch-list-form",
                                "patch_id:1", "on",
                                "state", "*",
                                "delegate", "*",
                                "archived", "*"));
        fields.putAll(asked);
        return post("/project/quay/list/", wish, fields);
    }

    private String bundle(long id, Wish wish) throws Exception {
        return post(
                "/bundle/maintainer/%s/".formatted(encoded(site.nameOfBundle(id))),
                wish,
                Map.of("form", "bundle", "action", "update", "name", wish.value()));
    }

    private static Map<String, String> comment(Wish wish) {
        return Map.of("action", "address", "comment_id", "1", "addressed", wish.value());
    }

    private static Map<String, String> user(String field, Wish wish) {
        var fields = new LinkedHashMap<>(Map.of("items_per_page", "100"));
        fields.put(field, wish.value());
        return fields;
    }

    private Map<String, String> newUser(String field, Wish wish) {
        var name = "new-" + made++;
        var fields =
                new LinkedHashMap<>(
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.org",
                                "password",
                                "another-password"));
        fields.put(field, wish.value());
        return fields;
    }

    private static Map<String, String> password(Wish wish) {
        return Map.of(
                "old_password", DoorSite.PASSWORD,
                "new_password1", wish.value(),
                "new_password2", wish.value());
    }

    private String post(String path, Wish wish, Map<String, String> fields)
            throws IOException, InterruptedException {
        var session = wish.who().equals("anonymous") ? "" : "; sessionid=" + wish.who();
        var request =
                site.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "csrftoken=" + CSRF + session)
                        .POST(BodyPublishers.ofString(form(fields)));
        return said(site.send(request));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&csrfmiddlewaretoken=" + CSRF));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String said(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        if (location.startsWith("/user/login/")) {
            return "302 /user/login/";
        }
        if (answer.statusCode() >= 400) {
            return answer.statusCode() + " " + all(REFUSAL, answer.body()).getFirst();
        }
        var errors = ERRORS.matcher(answer.body());
        var told = errors.find() ? all(ITEM, errors.group(1)) : all(FLASH, answer.body());
        return told.isEmpty() ? KEPT : String.join(" / ", told);
    }

    private static List<String> all(Pattern pattern, String body) {
        return pattern.matcher(body)
                .results()
                .map(found -> found.group(1))
                .map(text ->
                        text.replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&#39;", "'")
                                .replace("&#34;", "\"")
                                .replace("&quot;", "\"")
                                .replace("&amp;", "&"))
                .toList();
    }
}
