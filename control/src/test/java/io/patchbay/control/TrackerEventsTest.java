package io.patchbay.control;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.intake.Intake;
import io.patchbay.mail.Mail;
import io.patchbay.qmp.Version;
import io.patchbay.qmp.client.JsonText;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.EventFeed;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What clients on a monitor rest on: every event of the tracker, and what the schema says of it.
 */
@Timeout(30)
final class TrackerEventsTest {

    private static final String DIFF = "--- a/crane\n+++ b/crane\n@@ -1 +1,2 @@\n-low\n+high\n";

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-04-02T10:00:00Z"));

    @TempDir private Path folder;
    private Store store;
    private Intake intake;
    private EventFeed feed;
    private ControlPlane control;
    private SocketChannel channel;
    private BufferedReader lines;

    @BeforeEach
    void aClientOnAMonitor() throws IOException {
        store = DatabaseStore.sqlite(folder.resolve("store.db"), Durability.CHECKPOINTS, CLOCK);
        intake = new Intake(store, CLOCK, Intake.USUAL_KEEPING);
        feed = new EventFeed(store, Duration.ofMillis(10));
        control = new ControlPlane(Version.of(1, 0, 0, ""), store, intake, feed, () -> {});
        var socket = folder.resolve("monitor.sock");
        control.server().listen("mon", socket);
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        lines = new BufferedReader(Channels.newReader(channel, US_ASCII));
        assertThat(line()).contains("\"QMP\"");
        assertThat(ask("qmp_capabilities")).isEqualTo("{\"return\": {}}");
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        control.close();
        intake.close();
        feed.close();
        store.close();
    }

    @Test
    void everyCategoryIsToldAsClientsKnowIt() throws IOException {
        var expected = Files.readAllLines(Path.of("src/test/resources/tracker-events.txt"));

        happen();

        var told = new ArrayList<String>();
        while (told.size() < expected.size()) {
            told.add(line().replaceFirst("\"timestamp\": \\{[^}]*\\}", "\"timestamp\": {…}"));
        }
        assertThat(told).isEqualTo(expected);
        for (var category : Category.values()) {
            assertThat(told).as(category.name()).anyMatch(line -> line.contains(nameOf(category)));
        }
    }

    @Test
    void theSchemaSaysWhatEachConsistsOf() throws IOException {
        var entries = new HashMap<String, JsonObject>();
        var schema = (JsonObject) JsonText.parse(ask("query-qmp-schema")).orElseThrow();
        for (var entry : items(schema, "return")) {
            entries.put(entry.text("name").orElse(""), entry);
        }

        var events =
                Stream.of(Category.values())
                        .map(category -> category.name() + " " + typeOf(category, entries))
                        .toList();

        assertThat(events)
                .isEqualTo(Files.readAllLines(Path.of("src/test/resources/tracker-schema.txt")));
    }

    private static String nameOf(Category category) {
        return "\"event\": \"" + category.name() + "\"";
    }

    private String ask(String command) throws IOException {
        channel.write(ByteBuffer.wrap("{\"execute\": \"%s\"}".formatted(command).getBytes(UTF_8)));
        return line();
    }

    private String line() throws IOException {
        var line = lines.readLine();
        assertThat(line).as("the server hung up").isNotNull();
        return line;
    }

    private static List<JsonObject> items(JsonObject object, String member) {
        return object.get(member) instanceof Json.Items(var items)
                ? items.stream().map(JsonObject.class::cast).toList()
                : List.of();
    }

    private static String typeOf(Category category, Map<String, JsonObject> entries) {
        var event = entries.getOrDefault(category.name(), JsonObject.of(Map.of()));
        return type(event.text("arg-type").orElse(""), entries);
    }

    private static String type(String name, Map<String, JsonObject> entries) {
        var entry = entries.get(name);
        if (entry == null || !entry.text("meta-type").equals(Optional.of("object"))) {
            return name;
        }
        var told = new ArrayList<String>();
        for (var member : items(entry, "members")) {
            told.add(
                    member.text("name").orElse("")
                            + (member.has("default") ? "?: " : ": ")
                            + type(member.text("type").orElse(""), entries));
        }
        return "{" + String.join(", ", told) + "}";
    }

    /** At least one event of each category, in a known order. */
    private void happen() {
        store.write(writing ->
                writing.setup()
                        .addProject(
                                new NewProject("harbor", "Harbor", "harbor.example.org", "", "")));
        intake.filing()
                .file(
                        List.of(
                                mail("0", "[PATCH 0/1] New crane", "", "Two of them.\n"),
                                mail("1", "[PATCH 1/1] Raise the crane", "0", DIFF),
                                mail("r0", "Re: [PATCH 0/1] New crane", "0", "Why?\n"),
                                mail("r1", "Re: [PATCH 1/1] Raise the crane", "1", "Good.\n"),
                                mail("2", "[PATCH] Grüße \uD83D\uDEA2", "", DIFF + "+more\n")));
        store.write(writing -> {
            var maud = user(writing, "maud");
            var joe = user(writing, "joe");
            var edits = writing.edits();
            change(writing, null, patch -> as(patch, state(writing, "accepted"), null));
            change(writing, maud, patch -> as(patch, state(writing, "rejected"), joe));
            change(writing, maud, patch -> as(patch, patch.state(), maud));
            change(writing, null, patch -> as(patch, patch.state(), null));
            var first = writing.patches().withId(1).orElseThrow();
            var joins = new Relating.Joins(Set.of(1L, 2L));
            edits.keep(new PatchEdited(first, first, joins), actor(maud));
            var patch = writing.patches().withId(1).orElseThrow();
            return edits.add(
                    patch,
                    new NewCheck(maud, CheckState.WARNING, "https://ci.example.com/7", "", "ci"));
        });
    }

    private static void change(Writing writing, @Nullable User user, UnaryOperator<Patch> how) {
        var patch = writing.patches().withId(1).orElseThrow();
        var edited = new PatchEdited(patch, how.apply(patch), new Relating.Unchanged());
        writing.edits().keep(edited, actor(user));
    }

    private static Patch as(Patch patch, State state, @Nullable User delegate) {
        return patch.with(state, patch.archived(), delegate, patch.commitRef(), patch.pullUrl());
    }

    private static Actor actor(@Nullable User user) {
        var origin = new Origin("127.0.0.1", "a test");
        return user == null
                ? Actor.operator(origin)
                : Actor.viewer(
                        new Viewer(user, UserSettings.DEFAULT, Set.of(), Set.of(), false, null),
                        origin);
    }

    private static User user(Writing writing, String name) {
        var added = new NewUser(name, "", "", "", name + "@example.org", true, false);
        return writing.users().withId(writing.accounts().add(added)).orElseThrow();
    }

    private static State state(Writing writing, String slug) {
        return writing.projects().states().stream()
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Mail mail(String id, String subject, String reply, String body) {
        var text =
                """
                From: Zoe <zoe@example.org>
                Subject: %s
                Message-Id: <%s@example.org>
                Date: Wed, 01 Apr 2026 10:00:00 +0000
                List-Id: <harbor.example.org>
                Content-Type: text/plain; charset=utf-8
                %s
                %s\
                """
                        .formatted(
                                subject,
                                id,
                                reply.isEmpty() ? "" : "In-Reply-To: <" + reply + "@example.org>\n",
                                body);
        return Mail.read(text.getBytes(UTF_8));
    }
}
