package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.rest.RestApi;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** A saved answer of a real tracker, imported, is shown as that tracker showed it. */
final class SeedTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final String PATCH = "/api/1.1/patches/2220693/?format=";

    @TempDir Path folder;

    private String seed = "";
    private DatabaseStore store;
    private HttpServer server;

    @BeforeEach
    void importSeed() throws IOException, InterruptedException {
        seed =
                Files.readString(SharedData.file("seed/000_f9d8ca5ee9760a42.txt"), UTF_8)
                        .stripTrailing();
        var answer = Files.writeString(folder.resolve("answer.json"), json());
        var imported = ProgramRun.of("import", "--data", folder.toString(), answer.toString());
        assertThat(imported.exitCode()).describedAs(imported.output()).isZero();
        var clock = InstantSource.system();
        store = DatabaseStore.sqlite(folder.resolve("patchbay.db"), Durability.EVERY_WRITE, clock);
        var routes = new Routes();
        new RestApi(store, new SignIn(store, clock)).addTo(routes);
        server = HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, ErrorLook.plain());
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
            store.close();
        }
    }

    @Test
    void thePageReadsLikeTheSeedLineByLine() throws IOException {
        var page = get(PATCH + "api", "*/*");

        assertThat(textFrom("get:", page)).isEqualTo(seed);
    }

    @Test
    void theJsonIsThatOfTheSeed() throws IOException {
        var answer = get(PATCH + "json", "application/json; indent=4");

        assertThat(answer.replace("?format=json", "?format=api")).isEqualTo(json());
    }

    private String json() {
        return seed.substring(seed.indexOf("\n{") + 1);
    }

    private String get(String path, String accept) throws IOException {
        var request =
                "GET %s HTTP/1.1\r\nHost: patchwork.ozlabs.org\r\nAccept: %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, accept);
        var answer = Wire.send(server.port(), request.getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** What a reader sees: no tags, nothing escaped. */
    private static String textFrom(String start, String html) {
        var text =
                TAG.matcher(html)
                        .replaceAll("")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#x27;", "'")
                        .replace("&amp;", "&");
        return text.substring(text.indexOf(start)).stripTrailing();
    }
}
