package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.mail.Mail;
import io.patchbay.rest.RestApi;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedProject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Real mails, filed and asked for again, next to what trackers in production show of them. */
class ProductionPairsTest {

    private static final String PAIRS = "data/pairs";
    private static final String SEED = "2220693";

    /** What depends on ids that other mails have taken there, and on the order of arrival. */
    private static final Set<String> OF_THE_INSTANCE =
            Set.of("id", "url", "web_url", "mbox", "series", "comments", "checks", "submitter");

    @TempDir Path folder;

    private DatabaseStore store;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        var clock = InstantSource.system();
        store = DatabaseStore.sqlite(folder.resolve("pairs.db"), Durability.CHECKPOINTS, clock);
        var routes = new Routes();
        new RestApi(store, new SignIn(store, clock)).addTo(routes);
        server = HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, ErrorLook.plain());
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    static List<String> pairs() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(SharedData.file(PAIRS), "*.eml")) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".eml", "")));
        }
        names.remove(SEED);
        names.sort(null);
        return names;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMailIsShownAsInProduction(String pair) throws IOException {
        var shown = Json.read(SharedData.file(PAIRS + "/" + pair + ".json"));
        addProject(14, shown.text("project"), shown.text("project"), shown.text("list_id"), "");

        file(pair, shown.text("list_id"));

        var ours = get(shown.text("api_version"), shown.text("kind"), 1);
        assertThat(summary(ours)).containsAllEntriesOf(summary(shown));
    }

    @Test
    void theSeedIsShownAsInProductionInEveryField() throws IOException {
        var shown = Json.read(SharedData.file(PAIRS + "/" + SEED + ".json"));
        var project = shown.object("project");
        addProject(
                project.number("id"),
                project.text("link_name"),
                project.text("name"),
                project.text("list_id"),
                project.text("list_email"));

        file(SEED, "qemu-devel.nongnu.org");

        var ours = get("1.1", "patch", 1);
        assertThat(ours.members().keySet()).containsExactlyElementsOf(shown.members().keySet());
        assertThat(plain(ours, OF_THE_INSTANCE)).isEqualTo(plain(shown, OF_THE_INSTANCE));
        assertThat(ours.object("headers").members().keySet())
                .containsExactlyElementsOf(shown.object("headers").members().keySet());
        assertThat(summary(ours)).isEqualTo(summary(shown));
    }

    @Test
    void theSeedIsAddressedAsInProduction() throws IOException {
        var shown = Json.read(SharedData.file(PAIRS + "/" + SEED + ".json"));
        addProject(14, "qemu-devel", "QEMU Development", "qemu-devel.nongnu.org", "");

        file(SEED, "qemu-devel.nongnu.org");

        var ours = get("1.1", "patch", 1);
        for (var address : List.of("url", "web_url", "mbox", "comments", "checks")) {
            assertThat(ours.text(address).replace("/patches/1/", "/patches/" + SEED + "/"))
                    .isEqualTo(shown.text(address).replace("?format=api", ""));
        }
    }

    private void addProject(
            long id, String linkName, String name, String listId, String listEmail) {
        store.write(writing -> {
            writing.imports()
                    .project(
                            new ImportedProject(
                                    id, linkName, name, listId, listEmail, "", "", "", null, null,
                                    null, null, null),
                            Completeness.WHOLE);
            return true;
        });
    }

    /** Some of the copies at hand came from other lists than the tracker's. */
    private void file(String pair, String listId) throws IOException {
        var mail = Mail.read(Files.readAllBytes(SharedData.file(PAIRS + "/" + pair + ".eml")));
        var unused = new Filing(store, InstantSource.system()).under(listId).file(mail);
    }

    private Json get(String version, String kind, long id) throws IOException {
        var resource = kind.equals("cover") ? "covers" : "patches";
        var request =
                "GET /api/%s/%s/%d/ HTTP/1.1\r\nHost: patchwork.ozlabs.org\r\nConnection: close\r\n\r\n"
                        .formatted(version, resource, id);
        var answer = Wire.send(server.port(), request.getBytes(UTF_8));
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(200);
        return Json.parse(answer.content());
    }

    /** What does not depend on the order of arrival. */
    private static Map<String, @Nullable Object> summary(Json answer) {
        var summary = new LinkedHashMap<String, @Nullable Object>();
        for (var field : List.of("msgid", "date", "name", "hash", "pull_url")) {
            summary.put(field, answer.textOrNull(field));
        }
        var submitter = answer.object("submitter");
        summary.put("submitter", submitter.text("name") + " <" + submitter.text("email") + ">");
        var series = answer.<Json>list("series");
        summary.put("series", series.size());
        if (series.getFirst().has("version")) {
            summary.put("version", series.getFirst().number("version"));
        }
        return summary;
    }

    private static Map<String, @Nullable Object> plain(Json object, Set<String> without) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        object.members()
                .forEach((name, value) -> {
                    if (!without.contains(name)) {
                        plain.put(
                                name,
                                value instanceof Json inner ? plain(inner, Set.of("url")) : value);
                    }
                });
        return plain;
    }
}
