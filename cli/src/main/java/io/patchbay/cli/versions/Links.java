package io.patchbay.cli.versions;

import static java.util.stream.Collectors.joining;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.mail.header.MessageId;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.versions.VersionFacts;
import io.patchbay.tracker.versions.VersionLink;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code links}. */
@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        description = {
            "Tells which series is the next version of which: one line for each later series, with",
            "its newest earlier version, what tells it, and how sure that is."
        })
public final class Links implements Callable<Integer> {

    private static final int AT_ONCE = 500;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Option(
            names = "--json",
            description =
                    "as a list of [Message-ID of the earlier series' first mail, of the later's,"
                            + " source, score]")
    private boolean isJson;

    @Option(names = "--project", paramLabel = "LINKNAME", description = "of one project only")
    private @Nullable String linkName;

    /** A link as it is told: Message-IDs without angle brackets, a score up to 1. */
    private record Line(String earlier, String later, String source, int score) {

        String json() {
            return "[%s, %s, %s, %s]"
                    .formatted(quoted(earlier), quoted(later), quoted(source), number());
        }

        String words() {
            return "%s\t%s\t%s\t%s".formatted(later, earlier, source, number());
        }

        private String number() {
            return String.format(Locale.ROOT, "%.3f", score / 1000.0);
        }

        private static String quoted(String text) {
            var json = new StringBuilder("\"");
            text.chars()
                    .forEach(character -> {
                        if (character == '"' || character == '\\') {
                            json.append('\\').append((char) character);
                        } else if (character < ' ') {
                            json.append(String.format(Locale.ROOT, "\\u%04x", character));
                        } else {
                            json.append((char) character);
                        }
                    });
            return json.append('"').toString();
        }
    }

    @Override
    public Integer call() throws IOException {
        var lines = new ArrayList<Line>();
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            var project = project(store.read(reading -> reading.projects().all()));
            long last = 0;
            while (last >= 0) {
                long after = last;
                last = store.read(reading -> readOn(reading, after, project, lines));
            }
        }
        if (isJson) {
            output.say(
                    lines.isEmpty()
                            ? "[]"
                            : lines.stream().map(Line::json).collect(joining(",\n ", "[", "]")));
        } else {
            lines.forEach(line -> output.say(line.words()));
        }
        return 0;
    }

    private @Nullable Long project(List<Project> projects) {
        if (linkName == null) {
            return null;
        }
        return projects.stream()
                .filter(project -> project.linkName().equalsIgnoreCase(linkName))
                .findFirst()
                .map(Project::id)
                .orElseThrow(() ->
                        new Refusal(
                                "there is no project '%s'; 'project list' tells which there are"
                                        .formatted(linkName)));
    }

    /** Returns the id of the last later series, -1 if there are no more. */
    private static long readOn(
            Reading reading, long after, @Nullable Long project, List<Line> lines) {
        var links = reading.versionLinks().after(after, AT_ONCE, project);
        if (links.isEmpty()) {
            return -1;
        }
        var ids = new HashSet<Long>();
        for (var link : links) {
            ids.add(link.earlier());
            ids.add(link.later());
        }
        var mails = new HashMap<Long, String>();
        for (VersionFacts facts : reading.versionLinks().facts(ids)) {
            mails.put(facts.id(), bare(facts.firstMail()));
        }
        for (VersionLink link : links) {
            lines.add(
                    new Line(
                            mails.getOrDefault(link.earlier(), ""),
                            mails.getOrDefault(link.later(), ""),
                            link.source().word(),
                            link.score()));
        }
        return links.getLast().later();
    }

    private static String bare(String msgid) {
        return msgid.isEmpty() ? "" : new MessageId(msgid).bare();
    }
}
