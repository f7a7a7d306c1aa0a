package io.patchbay.acceptance.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** pwclient's interface; what it says is its fault without the class of Python. */
final class XmlRpcDoor extends Door {

    private static final Pattern FAULT =
            Pattern.compile("<string>&lt;class '[^']*'&gt;:(.*?)</string>", Pattern.DOTALL);

    private final DoorSite site;

    XmlRpcDoor(DoorSite site) {
        this.site = site;
        way("patch.state", wish -> set(wish, "state", site.numberOfState(wish.value())));
        way("patch.commit_ref", wish -> set(wish, "commit_ref", wish.value()));
        way("check.state", wish -> check(wish, "ci", wish.value(), "", ""));
        way("check.context", wish -> check(wish, wish.value(), "success", "", ""));
        way("check.target_url", wish -> check(wish, "ci", "success", wish.value(), ""));
        way("check.description", wish -> check(wish, "ci", "success", "", wish.value()));
    }

    @Override
    boolean knows(String who) {
        return !who.startsWith("token ");
    }

    /** XML has none. */
    @Override
    boolean carriesNullCharacters() {
        return false;
    }

    private String set(Wish wish, String field, String value) throws Exception {
        return call(
                wish,
                "patch_set",
                List.of(
                        "<int>1</int>",
                        "<struct><member><name>%s</name><value>%s</value></member></struct>"
                                .formatted(field, text(value))));
    }

    private String check(Wish wish, String context, String state, String url, String description)
            throws Exception {
        return call(
                wish,
                "check_create",
                List.of("<int>1</int>", text(context), text(state), text(url), text(description)));
    }

    private static String text(String value) {
        var escaped = value.replace("&", "&amp;").replace("<", "&lt;");
        return "<string>" + escaped + "</string>";
    }

    private String call(Wish wish, String method, List<String> arguments) throws Exception {
        var body = new StringBuilder("<?xml version='1.0'?><methodCall><methodName>");
        body.append(method).append("</methodName><params>");
        for (var argument : arguments) {
            body.append("<param><value>").append(argument).append("</value></param>");
        }
        body.append("</params></methodCall>");
        var request =
                site.request("/xmlrpc/")
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString(body.toString()));
        if (!wish.who().equals("anonymous")) {
            var pair = (wish.who() + ":" + DoorSite.PASSWORD).getBytes(UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        var answer = site.send(request).body();
        var fault = FAULT.matcher(answer);
        if (!answer.contains("<fault>")) {
            return KEPT;
        }
        return fault.find() ? fault.group(1).replace("&apos;", "'") : answer;
    }
}
