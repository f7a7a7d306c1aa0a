package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.accounts.AuditEntry.Change;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Whatever door a change comes through, the audit record says who asked for it, and how. */
@Timeout(60)
class AuditOfEveryDoorTest {

    private static final String NAME = "ann";
    private static final String SECRET = "s".repeat(32);
    private static final String SESSION = "the session";

    private static final List<Change> ACCEPTED = List.of(new Change("state", "new", "accepted"));
    private static final List<Change> CHECKED =
            List.of(
                    new Change("check 1", null, "ci: success"),
                    new Change("check user", null, NAME));

    @TempDir private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private Path monitor;

    @BeforeEach
    void serveOnePatchAndAnnWhoMaintainsIt() throws IOException {
        monitor = folder.resolve("monitor.sock");
        var config =
                Config.of(new Storage.InFolder(folder.resolve("data")), new Address("127.0.0.1", 0))
                        .withXmlRpc()
                        .withMonitor(monitor);
        server = new Server(config, InstantSource.system());
        var unused = server.store().write(AuditOfEveryDoorTest::setUp);
        var mail = ThreadedMails.series("one").get(1);
        new Filing(server.store(), InstantSource.system()).file(Mail.read(mail.getBytes(UTF_8)));
    }

    private static long setUp(Writing writing) {
        var list = ThreadedMails.LIST_ID;
        long project =
                writing.setup().addProject(new NewProject("quay", "Quay", list, "q@x.org", ""));
        var hash = Passwords.hash(SECRET);
        long ann = writing.accounts().add(new NewUser(NAME, hash, "", "", "a@x.org", true, false));
        writing.accounts().maintains(ann, project, true);
        var tomorrow = InstantSource.system().instant().plus(Duration.ofDays(1));
        writing.sessions().open(ann, SESSION, tomorrow);
        return ann;
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void setUpAndMailLeaveNoRecord() {
        assertThat(audit()).isEmpty();
    }

    @Test
    void xmlRpcSetsAState() throws Exception {
        xmlRpc(
                "patch_set",
                "<struct><member><name>state</name><value><int>3</int></value></member></struct>");

        assertThat(audit()).hasSize(1);
        assertEntry(NAME, "127.0.0.1", "POST /xmlrpc/", "patch 1", ACCEPTED);
    }

    @Test
    void xmlRpcAddsACheck() throws Exception {
        xmlRpc("check_create", "ci", "success");

        assertEntry(NAME, "127.0.0.1", "POST /xmlrpc/", "patch 1", CHECKED);
    }

    @Test
    void thePageOfAPatchSetsItsState() throws Exception {
        form("/project/quay/patch/one.1@example.org/", "action=update&state=3&delegate=");

        assertEntry(
                NAME,
                "127.0.0.1",
                "POST /project/quay/patch/one.1@example.org/",
                "patch 1",
                ACCEPTED);
    }

    @Test
    void thePageOfAListSetsStatesAndMakesABundle() throws Exception {
        var path = "/project/quay/list/";

        form(
                path,
                "form=patch-list-form&action=update&patch_id:1=on&state=3&delegate=*&archived=*");
        assertEntry(NAME, "127.0.0.1", "POST " + path, "patch 1", ACCEPTED);

        form(path, "form=patch-list-form&action=create&name=mine&patch_id:1=on");
        assertThat(audit().getFirst().object()).startsWith("bundle ");
        assertThat(audit().getFirst().username()).isEqualTo(NAME);
    }

    @Test
    void thePageOfAUserMakesAToken() throws Exception {
        form("/user/generate-token/", "label=ci");

        var entry = audit().getFirst();
        assertThat(entry.request()).isEqualTo("POST /user/generate-token/");
        assertThat(entry.username()).isEqualTo(NAME);
        assertThat(entry.object()).isEqualTo("user 1");
        // Never the key itself.
        assertThat(entry.changes().toString()).doesNotContainPattern("[0-9a-f]{40}");
    }

    @Test
    void aMonitorSetsAStateAndAddsACheckAndAProject() throws Exception {
        try (var operator = QmpClient.connect(monitor)) {
            operator.ask(
                    "set-state", arguments(Map.of("id", number(1), "state", text("accepted"))));
            assertEntry(null, "monitor", "set-state", "patch 1", ACCEPTED);

            operator.ask(
                    "add-check",
                    arguments(
                            Map.of(
                                    "id", number(1),
                                    "user", text(NAME),
                                    "context", text("ci"),
                                    "state", text("success"))));
            assertEntry(null, "monitor", "add-check", "patch 1", CHECKED);

            operator.ask(
                    "project-add",
                    arguments(
                            Map.of(
                                    "link-name", text("oars"),
                                    "list-id", text("oars.example.org"))));
            var entry = audit().getFirst();
            assertThat(entry.request()).isEqualTo("project-add");
            assertThat(entry.project()).isEqualTo("oars");
        }
    }

    private void assertEntry(
            @Nullable String username,
            String address,
            String request,
            String object,
            List<Change> changes) {
        var entry = audit().getFirst();
        assertThat(entry.username()).isEqualTo(username);
        assertThat(entry.address()).isEqualTo(address);
        assertThat(entry.request()).isEqualTo(request);
        assertThat(entry.project()).isEqualTo("quay");
        assertThat(entry.object()).isEqualTo(object);
        assertThat(entry.changes()).isEqualTo(changes);
    }

    /** Newest first. */
    private List<AuditEntry> audit() {
        var newestFirst = List.of(new Order(Field.ID, true));
        return server.store()
                .read(reading -> reading.audit().list(new Selection(List.of(), newestFirst, 0, 9)))
                .rows();
    }

    private void xmlRpc(String method, String... arguments) throws Exception {
        var body = new StringBuilder("<?xml version='1.0'?><methodCall><methodName>");
        body.append(method).append("</methodName><params>");
        body.append("<param><value><int>1</int></value></param>");
        for (var argument : arguments) {
            body.append("<param><value>").append(argument).append("</value></param>");
        }
        body.append("</params></methodCall>");
        var pair = Base64.getEncoder().encodeToString((NAME + ":" + SECRET).getBytes(UTF_8));
        var request =
                request("/xmlrpc/")
                        .header("Authorization", "Basic " + pair)
                        .POST(BodyPublishers.ofString(body.toString()));
        assertThat(client.send(request.build(), BodyHandlers.ofString()).body())
                .doesNotContain("<fault>");
    }

    private void form(String path, String fields) throws Exception {
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "sessionid=%s; csrftoken=%s".formatted(SESSION, SECRET))
                        .POST(BodyPublishers.ofString(fields + "&csrfmiddlewaretoken=" + SECRET));
        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isBetween(200, 302);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static JsonObject arguments(Map<String, Json> members) {
        return JsonObject.of(members);
    }

    private static Json text(String value) {
        return new Json.Text(value);
    }

    private static Json number(long value) {
        return new Json.Int(value);
    }
}
