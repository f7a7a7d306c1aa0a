package io.patchbay.cli.shell;

import io.patchbay.cli.data.Output;
import io.patchbay.qmp.client.JsonText;
import io.patchbay.qmp.json.JsonObject;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Events that somebody wants to see, by name; each is printed as a line of JSON. */
final class WatchedEvents {

    private final List<PathMatcher> wanted;
    private final Output output;

    /** A star in a name stands for any characters; without names all are wanted. */
    WatchedEvents(List<String> names, Output output) {
        this.wanted =
                names.stream()
                        .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name))
                        .toList();
        this.output = output;
    }

    void heard(JsonObject event) {
        var name = Path.of(event.text("event").orElse(""));
        if (wanted.isEmpty() || wanted.stream().anyMatch(glob -> glob.matches(name))) {
            output.say(JsonText.line(event));
        }
    }
}
