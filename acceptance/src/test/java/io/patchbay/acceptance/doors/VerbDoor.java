package io.patchbay.acceptance.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.cli.Main;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The command line beside the server; what it says is what it writes to standard error. */
final class VerbDoor extends Door {

    private static final String NAME_OF_PROGRAM = "patchbay: ";

    private final DoorSite site;
    private int made;

    VerbDoor(DoorSite site) {
        this.site = site;
        way("new project.link_name", wish -> project(wish.value(), List.of()));
        way("project.rules", wish -> run("project", "set", "quay", "--rules", wish.value()));
        for (var field : List.of("name", "list-id", "list-email", "subject-match", "rules")) {
            way(
                    "new project." + field.replace('-', '_'),
                    wish -> project("project-" + made++, List.of("--" + field, wish.value())));
        }
        way("new user.username", wish -> run("user", "add", wish.value()));
        for (var option : List.of("first-name", "last-name", "email", "maintainer")) {
            way(
                    "new user." + option.replace('-', '_'),
                    wish -> run("user", "add", "user-" + made++, "--" + option, wish.value()));
        }
        way("new user.password", this::userWithPassword);
        for (var option : List.of("label", "scope", "project")) {
            way(
                    "new token." + option,
                    wish -> run("token", Wish.ABLE, "--" + option, wish.value()));
        }
    }

    /** Nobody is asked who he is. */
    @Override
    boolean knows(String who) {
        return who.equals(Wish.ABLE);
    }

    /** The end of an argument of a program. */
    @Override
    boolean carriesNullCharacters() {
        return false;
    }

    private String project(String linkName, List<String> options) {
        var words = new ArrayList<>(List.of("project", "add", linkName));
        if (!options.contains("--list-id")) {
            words.addAll(List.of("--list-id", "list-" + made++ + ".example.org"));
        }
        words.addAll(options);
        return run(words.toArray(String[]::new));
    }

    private String userWithPassword(Wish wish) {
        var input = System.in;
        System.setIn(new ByteArrayInputStream((wish.value() + "\n").getBytes(UTF_8)));
        try {
            return run("user", "add", "user-" + made++, "--password-stdin");
        } finally {
            System.setIn(input);
        }
    }

    private String run(String... verb) {
        var words = new ArrayList<>(List.of(verb));
        words.addAll(site.data());
        var arguments = words.toArray(String[]::new);
        var said = new StringWriter();
        int exitCode =
                Main.commandLine(arguments)
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(said))
                        .execute(arguments);
        return exitCode == 0 ? KEPT : said.toString().strip().replaceFirst(NAME_OF_PROGRAM, "");
    }
}
