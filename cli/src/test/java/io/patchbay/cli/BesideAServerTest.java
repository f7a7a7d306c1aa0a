package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.server.Server;
import io.patchbay.tracker.accounts.Accounts.NewUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** Verbs that open the store themselves while a server writes to it (docs/operating). */
@Timeout(120)
class BesideAServerTest {

    private static final int ROUNDS = 25;

    @TempDir private Path folder;

    @Test
    void verbsAndTheServerWriteAtTheSameTimeAndNothingIsLost() throws Exception {
        var data = folder.resolve("data");
        try (var running = RunningServer.on(data)) {
            var project = Files.writeString(folder.resolve("project.json"), PROJECT);
            var ofServer = CompletableFuture.runAsync(() -> addUsers(running.server()));
            var failed = new ArrayList<Run>();
            for (int i = 0; i < ROUNDS; i++) {
                for (var run :
                        new Run[] {
                            Run.of("user", "add", "verb" + i, "--data", data),
                            Run.of("token", "verb" + i, "--data", data),
                            Run.of("import", project, "--data", data),
                            Run.of("quarantine", "list", "--data", data)
                        }) {
                    if (run.exitCode() != 0) {
                        failed.add(run);
                    }
                }
            }
            ofServer.join();

            assertThat(failed).isEmpty();
            long users =
                    running.server()
                            .store()
                            .read(reading -> {
                                long found = 0;
                                for (int i = 0; i < ROUNDS; i++) {
                                    found += reading.users().idsNamed("verb" + i).size();
                                    found += reading.users().idsNamed("server" + i).size();
                                }
                                return found;
                            });
            assertThat(users).isEqualTo(2 * ROUNDS);
        }
    }

    private static void addUsers(Server server) {
        for (int i = 0; i < ROUNDS; i++) {
            var user = new NewUser("server" + i, "", "", "", "s" + i + "@x.org", true, false);
            server.store().write(writing -> writing.accounts().add(user));
        }
    }

    @Test
    void aTokenThatIsRevokedIsWorthlessAtTheNextRequest() throws Exception {
        var data = folder.resolve("data");
        try (var running = RunningServer.on(data);
                var client = HttpClient.newHttpClient()) {
            Run.of("user", "add", "ann", "--data", data);
            var key = Run.of("token", "ann", "--data", data).out().strip();
            var request =
                    HttpRequest.newBuilder(URI.create(running.server().url() + "/api/users/"))
                            .header("Authorization", "Token " + key)
                            .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            Run.of("token", "revoke", "ann", "1", "--data", data);
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains("Invalid token.");
        }
    }

    private static final String PROJECT =
            """
            {"id": 7, "url": "http://patches.example.org/api/projects/7/", "name": "Quay",
             "link_name": "quay", "list_id": "quay.example.org", "list_email": "quay@example.org",
             "web_url": "", "scm_url": "", "webscm_url": "", "maintainers": [],
             "subject_match": "", "list_archive_url": "", "list_archive_url_format": "",
             "commit_url_format": ""}
            """;
}
