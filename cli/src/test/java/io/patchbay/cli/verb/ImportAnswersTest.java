package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;
import io.patchbay.importer.SavedAnswers;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage.InFolder;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.model.Series;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;

class ImportAnswersTest {

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void nameData() {
        data = folder.resolve("data");
    }

    @Test
    void anImportedPatchIsAnsweredAsItWas() throws Exception {
        var answer = sample();

        var run = Run.of("import", "--data", data, file("patch.json", answer));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(folder.resolve("patch.json") + ": 1 patch\n");
        assertThat(answerOf("/api/1.1/patches/40071/", "http://patches.example.org"))
                .isEqualTo(compact(answer));
    }

    @Test
    void theSeedIsAnsweredAsItWas() throws Exception {
        var seed = SharedData.file("data/pairs/2220693.json");

        var run = Run.of("import", "--data", data, seed);

        assertThat(run.exitCode()).isZero();
        assertThat(answerOf("/api/1.1/patches/2220693/", "http://patchwork.ozlabs.org"))
                .isEqualTo(compact(Files.readString(seed)));
    }

    @Test
    void theSeriesIsAsLongAsItsPatchSays() throws IOException {
        Run.of("import", "--data", data, file("patch.json", sample()));

        try (var store = new InFolder(data).open(Durability.EVERY_WRITE, InstantSource.system())) {
            Series series = store.read(reading -> reading.series().withId(4990)).orElseThrow();

            assertThat(series.total()).isEqualTo(2);
            assertThat(series.receivedTotal()).isEqualTo(1);
            assertThat(series.submitter().email()).isEqualTo("ase@example.org");
            assertThat(
                            store.read(reading -> reading.patches().withId(40071))
                                    .orElseThrow()
                                    .number())
                    .isEqualTo(2);
        }
    }

    @Test
    void aListIsImportedObjectByObject() throws IOException {
        var other =
                sample().replace("40071", "40070")
                        .replace("v3-2-1a2b", "v3-1-1a2b")
                        .replace("2/2]", "1/2]");

        var run =
                Run.of(
                        "import",
                        "--data",
                        data,
                        file("list.json", "[" + sample() + "," + other + "]"));

        assertThat(run.out()).endsWith(": 2 patches\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "url",
                "project",
                "msgid",
                "date",
                "name",
                "commit_ref",
                "pull_url",
                "state",
                "archived",
                "hash",
                "submitter",
                "delegate",
                "series",
                "check",
                "headers",
                "content",
                "diff"
            })
    void aMissingFieldIsNamedAndNothingIsKept(String field) throws IOException {
        var run = Run.of("import", "--data", data, file("patch.json", without(field)));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("nothing kept of " + folder.resolve("patch.json"))
                .contains("has no field '" + field + "'");
        assertThat(Run.of("project", "list", "--data", data).out()).isEmpty();
    }

    @Test
    void aMissingFieldOfAnEmbeddedObjectIsNamedWithItsPath() throws IOException {
        var broken = sample().replace("\"email\": \"ase@example.org\"", "\"mail\": \"x\"");

        var run = Run.of("import", "--data", data, file("patch.json", broken));

        assertThat(run.err()).contains("patch 40071 has no field 'submitter.email'");
    }

    @Test
    void aWrongValueIsToldWithWhatWasExpected() throws IOException {
        var broken = sample().replace("\"2026-01-05T09:15:02\"", "\"last Monday\"");

        var run = Run.of("import", "--data", data, file("patch.json", broken));

        assertThat(run.err())
                .contains(
                        "the field 'date' of patch 40071 should be a date such as"
                                + " 2026-04-07T07:32:49, but is 'last Monday'");
    }

    @Test
    void oneBadObjectKeepsTheWholeListOut() throws IOException {
        var run =
                Run.of(
                        "import",
                        "--data",
                        data,
                        file("list.json", "[" + sample() + ",{\"detail\":\"Not found.\"}]"));

        assertThat(run.err()).contains("the object has no field 'url'");
        assertThat(Run.of("project", "list", "--data", data).out()).isEmpty();
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() throws IOException {
        var run = Run.of("import", "--data", data, file("page.html", "<!doctype html>"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("expected JSON, but in line 1, column 1");
    }

    @Test
    void theOtherFilesAreImportedAllTheSame() throws IOException {
        var run =
                Run.of(
                        "import",
                        "--data",
                        data,
                        folder.resolve("none.json"),
                        file("patch.json", sample()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none.json: no such file");
        assertThat(run.out()).endsWith("patch.json: 1 patch\n");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String sample() throws IOException {
        try (var resource = ImportAnswersTest.class.getResourceAsStream("patch.json")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The sample, with another name in the place of a field of the outermost object. */
    private static String without(String field) throws IOException {
        return sample().replaceFirst("(?m)^    \"" + field + "\"", "    \"no-" + field + "\"");
    }

    private String answerOf(String path, String knownAs) throws Exception {
        var config = Config.of(new InFolder(data), new Address("127.0.0.1", 0));
        try (var server = new Server(config, InstantSource.system());
                var client = HttpClient.newHttpClient()) {
            // What was saved from a browsable page has ?format=api in its addresses.
            var request =
                    HttpRequest.newBuilder(URI.create(server.url() + path + "?format=json"))
                            .build();
            var body = client.send(request, BodyHandlers.ofString()).body();
            return compact(
                    body.replace(server.url(), knownAs).replace("?format=json", "?format=api"));
        }
    }

    /** The objects with their keys in order, whatever the blanks between them. */
    private static String compact(String json) {
        var objects = new ArrayList<String>();
        SavedAnswers.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                answer -> objects.add(answer.fields().toString()));
        return objects.toString();
    }
}
