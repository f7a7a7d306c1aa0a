package io.patchbay.acceptance.doors;

import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A monitor of QMP, whose client is the operator; what it says is its error's description. */
final class MonitorDoor extends Door {

    private final DoorSite site;
    private int made;

    MonitorDoor(DoorSite site) {
        this.site = site;
        way("patch.state", wish -> ask("set-state", Map.of("id", patch(), "state", text(wish))));
        way("check.state", wish -> check("state", wish));
        way("check.context", wish -> check("context", wish));
        way("check.target_url", wish -> check("target-url", wish));
        way("check.description", wish -> check("description", wish));
        way("check.user", wish -> check("user", wish));
        way(
                "project.rules",
                wish ->
                        ask(
                                "project-set",
                                Map.of("link-name", new Json.Text("quay"), "rules", text(wish))));
        for (var field :
                List.of("link-name", "name", "list-id", "list-email", "subject-match", "rules")) {
            way("new project." + field.replace('-', '_'), wish -> project(field, wish));
        }
    }

    /** Nobody is asked who he is. */
    @Override
    boolean knows(String who) {
        return who.equals(Wish.ABLE);
    }

    private String check(String field, Wish wish) throws IOException {
        var arguments = new LinkedHashMap<String, Json>();
        arguments.put("id", patch());
        arguments.put("user", new Json.Text(Wish.ABLE));
        arguments.put("state", new Json.Text("success"));
        arguments.put(field, text(wish));
        return ask("add-check", arguments);
    }

    private String project(String field, Wish wish) throws IOException {
        var name = "project-" + made++;
        var arguments = new LinkedHashMap<String, Json>();
        arguments.put("link-name", new Json.Text(name));
        arguments.put("list-id", new Json.Text(name + ".example.org"));
        arguments.put(field, text(wish));
        return ask("project-add", arguments);
    }

    private static Json patch() {
        return new Json.Int(1);
    }

    private static Json text(Wish wish) {
        return new Json.Text(wish.value());
    }

    private String ask(String command, Map<String, Json> arguments) throws IOException {
        try (var monitor = QmpClient.connect(site.monitor())) {
            monitor.ask(command, JsonObject.of(arguments));
            return KEPT;
        } catch (QmpError refused) {
            return refused.description();
        }
    }
}
