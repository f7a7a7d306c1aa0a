package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Refusal;
import io.patchbay.server.Server;
import io.patchbay.server.Storage.InFolder;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends mail, and how it is told to. */
@Timeout(60)
class PostTest {

    private static final String SECRET = "s".repeat(32);

    @TempDir private Path folder;

    @Test
    void aRegistrationIsConfirmedByMail() throws Exception {
        List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
        var config =
                Config.of(new InFolder(folder), new Address("127.0.0.1", 0))
                        .withMailSender(sent::add);
        try (var server = new Server(config, InstantSource.system());
                var client = HttpClient.newHttpClient()) {
            var form =
                    "username=pat&email=pat@example.org&password=a-password&csrfmiddlewaretoken="
                            + SECRET;
            var request =
                    HttpRequest.newBuilder(URI.create(server.url() + "/register/"))
                            .header("Cookie", "csrftoken=" + SECRET)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }

        assertThat(sent).extracting(OutgoingMail::to).containsExactly("pat@example.org");
    }

    @Test
    void withoutAServerNoMailIsSent() throws IOException {
        assertThat(options().postman(InstantSource.system())).isNull();
    }

    @Test
    void aServerAndALoginAreRead() throws IOException {
        var login = Files.writeString(folder.resolve("login"), "patchbay\nsesame\n");

        var postman =
                options(
                                "--smtp",
                                "127.0.0.1:25",
                                "--mail-from",
                                "Patchbay <p@example.org>",
                                "--smtp-login",
                                login.toString())
                        .postman(InstantSource.system());

        assertThat(postman).isNotNull();
    }

    @Test
    void whatDoesNotGoTogetherIsNamed() throws IOException {
        var login = Files.writeString(folder.resolve("login"), "patchbay\n");

        assertRefused("needs --mail-from", "--smtp", "127.0.0.1:25");
        assertRefused("without --smtp", "--mail-from", "p@example.org");
        assertRefused("expected an address", "--smtp", "127.0.0.1:25", "--mail-from", "patchbay");
        assertRefused(
                "one of if-offered, starttls, tls",
                "--smtp",
                "127.0.0.1:25",
                "--mail-from",
                "p@example.org",
                "--smtp-encryption",
                "ssl");
        assertRefused(
                "a name and a password in two lines",
                "--smtp",
                "127.0.0.1:25",
                "--mail-from",
                "p@example.org",
                "--smtp-login",
                login.toString());
    }

    @Test
    void aProjectIsSaidToTellItsSubmitters() throws IOException {
        Run.of("project", "add", "quay", "--list-id", "quay.example.org", "--data", folder);

        assertThat(Run.of("project", "notify", "quay", "--data", folder).out())
                .contains("submitters of quay are told of new states");
        assertThat(tells()).isTrue();
        Run.of("project", "notify", "quay", "--off", "--data", folder);
        assertThat(tells()).isFalse();
        assertThat(Run.of("project", "notify", "oars", "--data", folder).err())
                .contains("there is no project 'oars'");
    }

    private boolean tells() throws IOException {
        try (var store =
                new InFolder(folder).open(Durability.EVERY_WRITE, InstantSource.system())) {
            return store.read(reading -> reading.projects().withLinkName("quay"))
                    .orElseThrow()
                    .sendNotifications();
        }
    }

    private static void assertRefused(String reason, String... arguments) {
        assertThatThrownBy(() -> options(arguments).postman(InstantSource.system()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    private static PostOptions options(String... arguments) {
        var options = new PostOptions();
        new CommandLine(options)
                .registerConverter(Address.class, Address::parse)
                .parseArgs(arguments);
        return options;
    }
}
