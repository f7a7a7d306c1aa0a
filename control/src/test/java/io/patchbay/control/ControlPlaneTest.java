package io.patchbay.control;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.intake.Intake;
import io.patchbay.mail.Mail;
import io.patchbay.qmp.Version;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.EventFeed;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;

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
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;

@Timeout(30)
class ControlPlaneTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir Path folder;
    private Store store;
    private Intake intake;
    private Filing filing;
    private EventFeed feed;
    private ControlPlane control;
    private Client client;

    @BeforeEach
    void aMonitorOnAProject() throws IOException {
        store = DatabaseStore.sqlite(folder.resolve("store.db"), Durability.CHECKPOINTS, CLOCK);
        store.write(writing ->
                writing.setup()
                        .addProject(
                                new NewProject("harbor", "Harbor", "harbor.example.org", "", "")));
        intake = new Intake(store, CLOCK, Intake.USUAL_KEEPING);
        filing = intake.filing();
        feed = new EventFeed(store, Duration.ofMillis(10));
        control = new ControlPlane(Version.of(1, 0, 0, ""), store, intake, feed, () -> {});
        var socket = folder.resolve("monitor.sock");
        control.server().listen("mon", socket);
        client = new Client(socket);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        control.close();
        intake.close();
        feed.close();
        store.close();
    }

    @Test
    void aPatchThatArrivesIsTold() throws IOException {
        filing.file(patch("one"));

        assertThat(client.event("PATCH_CREATED"))
                .contains("\"project\": \"harbor\"")
                .contains("\"name\": \"one\"");
        client.event("SERIES_COMPLETED");
    }

    @Test
    void aSessionThatFiltersGetsOnlyWhatItWants() throws IOException {
        client.ask("set-event-filter", "{\"categories\": [\"series-completed\"]}");

        filing.file(patch("one"));

        assertThat(client.line()).contains("SERIES_COMPLETED");
    }

    @Test
    void aStateIsSetAndTold() throws IOException {
        filing.file(patch("one"));
        client.event("SERIES_COMPLETED");

        assertThat(client.ask("set-state", "{\"id\": 1, \"state\": \"accepted\"}"))
                .contains("\"return\": {}");

        assertThat(client.event("PATCH_STATE_CHANGED"))
                .contains("\"previous-state\": \"new\"")
                .contains("\"current-state\": \"accepted\"");
        assertThat(client.ask("query-patch", "{\"id\": 1}")).contains("\"state\": \"accepted\"");
    }

    @Test
    void aStateThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
        filing.file(patch("one"));
        client.event("SERIES_COMPLETED");

        assertThat(client.ask("set-state", "{\"id\": 1, \"state\": \"done\"}"))
                .contains("does not accept value 'done'; there are new, under-review");
    }

    @Test
    void anUnknownPatchIsAnError() throws IOException {
        assertThat(client.ask("query-patch", "{\"id\": 7}"))
                .contains("\"class\": \"DeviceNotFound\"")
                .contains("Patch 7 not found");
    }

    @Test
    void aStoppedIntakeTakesNoMail() throws IOException {
        client.ask("stop", "{}");

        assertThat(client.ask("ingest-mail", mail("one"))).contains("the intake is stopped");

        client.ask("cont", "{}");
        assertThat(client.ask("ingest-mail", mail("one"))).contains("\"outcome\": \"patch\"");
    }

    @Test
    void anArchiveIsFiledByAJobThatTellsItsEnd() throws IOException {
        var archive = folder.resolve("archive.mbox");
        Files.writeString(archive, "From x Wed Apr  1 10:00:00 2026\n" + text("one"));

        assertThat(client.ask("ingest", "{\"path\": \"%s\"}".formatted(archive)))
                .contains("\"job\": \"job1\"");

        assertThat(client.event("JOB_ENDED"))
                .contains("\"status\": \"done\"")
                .contains("1 mails: 1 new, 0 errors");
        assertThat(client.ask("query-jobs", "{}")).contains("\"status\": \"done\"");
        assertThat(client.ask("job-cancel", "{\"id\": \"job1\"}")).contains("has ended");
    }

    @Test
    void aMailThatCannotBeFiledIsShownAndDropped() throws IOException {
        var undecodable = text("one").replace("[PATCH] one", "=?utf-8?b?a?=");
        assertThat(client.ask("ingest-mail", argument(undecodable)))
                .contains("\"outcome\": \"error\"")
                .contains("Invalid 'Subject' header");

        assertThat(client.ask("quarantine-list", "{}"))
                .contains("\"id\": 1")
                .contains("\"outcome\": \"broken\"")
                .contains("\"reason\": \"Invalid 'Subject' header\"");
        assertThat(client.ask("quarantine-show", "{\"id\": 1}"))
                .contains(Base64.getEncoder().encodeToString(undecodable.getBytes(UTF_8)));
        assertThat(client.ask("query-intake", "{}"))
                .contains("\"mails\": 1")
                .contains("\"quarantined\": 1")
                .contains("\"what\": \"a monitor: Invalid 'Subject' header\"");
        assertThat(client.ask("quarantine-drop", "{\"ids\": [1]}")).contains("\"return\": {}");
        assertThat(client.ask("quarantine-list", "{}")).contains("\"return\": []");
        assertThat(client.ask("quarantine-drop", "{\"ids\": [1]}")).contains("Mail 1 not found");
        assertThat(client.ask("quarantine-show", "{\"id\": 1}")).contains("Mail 1 not found");
    }

    @Test
    void aMailIsFiledWhenTheProjectOfItsListIsThere() throws IOException {
        var quay = text("one").replace("harbor.example.org", "quay.example.org");
        assertThat(client.ask("ingest-mail", argument(quay)))
                .contains("\"outcome\": \"dropped\"")
                .contains("no project has its list");
        assertThat(client.ask("quarantine-retry", "{}")).contains("\"outcome\": \"unknown-list\"");

        client.ask("project-add", "{\"link-name\": \"quay\", \"list-id\": \"quay.example.org\"}");

        assertThat(client.ask("quarantine-retry", "{\"ids\": [7]}")).contains("Mail 7 not found");
        assertThat(client.ask("quarantine-retry", "{\"ids\": [1]}"))
                .contains("\"outcome\": \"patch\"");
        assertThat(client.ask("quarantine-list", "{}")).contains("\"return\": []");
        // Its bytes are with the patch from then on.
        assertThat(client.ask("quarantine-list", "{\"all\": true}")).contains("\"return\": []");
    }

    @Test
    void aProjectIsAddedOnceOnly() throws IOException {
        var arguments = "{\"link-name\": \"quay\", \"list-id\": \"quay.example.org\"}";

        assertThat(client.ask("project-add", arguments)).contains("\"link-name\": \"quay\"");
        assertThat(client.ask("project-add", arguments)).contains("already exists");
        var broken = "{\"link-name\": \"x\", \"list-id\": \"x\", \"subject-match\": \"(x\"}";
        assertThat(client.ask("project-add", broken)).contains("GenericError", "(x");
        assertThat(client.ask("query-projects", "{}")).contains("harbor").contains("quay");
    }

    @Test
    void theRulesOfAProjectAreChosenAndChanged() throws IOException {
        var quay =
                "{\"link-name\": \"quay\", \"list-id\": \"quay.example.org\", \"rules\": \"%s\"}";

        assertThat(client.ask("project-add", quay.formatted("mine")))
                .contains("'rules' does not accept value 'mine'; there are patchbay, patchwork");
        assertThat(client.ask("project-add", quay.formatted("patchwork")))
                .contains("\"rules\": \"patchwork\"");
        assertThat(client.ask("project-set", "{\"link-name\": \"quay\", \"rules\": \"patchbay\"}"))
                .contains("\"rules\": \"patchbay\"");
        assertThat(client.ask("project-set", "{\"link-name\": \"pier\", \"rules\": \"patchbay\"}"))
                .contains("DeviceNotFound", "Project pier not found");
    }

    private static String mail(String name) {
        return argument(text(name));
    }

    private static String argument(String mail) {
        var bytes = mail.getBytes(UTF_8);
        return "{\"base64\": \"%s\"}".formatted(Base64.getEncoder().encodeToString(bytes));
    }

    private static Mail patch(String name) {
        return Mail.read(text(name).getBytes(UTF_8));
    }

    private static String text(String name) {
        return """
        From: Zoe <zoe@example.org>
        Subject: [PATCH] %1$s
        Message-Id: %2$s
        Date: Wed, 01 Apr 2026 10:00:00 +0000
        List-Id: <harbor.example.org>

        text

        --- a/%1$s
        +++ b/%1$s
        @@ -1 +1 @@
        -old
        +new
        """
                .formatted(name, name.isEmpty() ? "" : "<" + name + "@example.org>");
    }

    /** A client in command mode. */
    private static final class Client {

        private final SocketChannel channel;
        private final BufferedReader lines;
        private final Queue<String> events = new ArrayDeque<>();

        Client(Path socket) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            lines = new BufferedReader(Channels.newReader(channel, US_ASCII));
            assertThat(line()).contains("\"QMP\"");
            ask("qmp_capabilities", "{}");
        }

        /** The reply; an event may come before it, and is kept for who asks for it. */
        String ask(String command, String arguments) throws IOException {
            var request = "{\"execute\": \"%s\", \"arguments\": %s}".formatted(command, arguments);
            channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
            var line = line();
            while (line.contains("\"event\"")) {
                events.add(line);
                line = line();
            }
            return line;
        }

        /** The next event of this name. */
        String event(String name) throws IOException {
            var event = nextEvent();
            while (!event.contains("\"event\": \"" + name + "\"")) {
                event = nextEvent();
            }
            return event;
        }

        private String nextEvent() throws IOException {
            var kept = events.poll();
            return kept == null ? line() : kept;
        }

        String line() throws IOException {
            var line = lines.readLine();
            assertThat(line).as("the server hung up").isNotNull();
            return line;
        }

        void close() throws IOException {
            channel.close();
        }
    }
}
