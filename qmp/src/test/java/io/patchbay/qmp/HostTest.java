package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a program that hosts a server can add to it. */
class HostTest {

    record AddBook(String title, long copies, Optional<Shelf> shelf) implements Command<Book> {}

    record Book(String title, Optional<Shelf> shelf, List<Long> copyNumbers) {}

    enum Shelf {
        TOP,
        NEXT_TO_THE_DOOR
    }

    record LendBook(String title) implements Command<Empty> {}

    record OnlyQuietEvents() implements Command<Empty> {}

    record Break() implements Command<Empty> {}

    record DivideByZero() implements Command<Double> {}

    record BookLent(String title, Shelf from) implements Event {}

    record DoorOpened() implements Event {}

    private final List<String> calls = new ArrayList<>();
    private final Host host =
            new Host() {
                @Override
                public void stop() {
                    calls.add("stop");
                }

                @Override
                public void cont() {
                    throw new QmpError("the library is closed for the night");
                }

                @Override
                public void quit() {
                    calls.add("quit");
                }
            };
    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""), host);
    @TempDir private Path folder;
    private Path socket = Path.of("");

    @BeforeEach
    void start() {
        server.commands()
                .answer(
                        AddBook.class,
                        (add, caller) ->
                                new Book(add.title(), add.shelf(), List.of(1L, add.copies())));
        server.commands()
                .perform(
                        LendBook.class,
                        (lend, caller) -> {
                            if (lend.title().isEmpty()) {
                                throw new QmpError(ErrorClass.DEVICE_NOT_FOUND, "no such book");
                            }
                            server.events().emit(new BookLent(lend.title(), Shelf.TOP));
                        });
        server.commands()
                .perform(
                        OnlyQuietEvents.class,
                        (only, caller) ->
                                caller.filterEvents(event -> event instanceof DoorOpened));
        server.commands()
                .perform(
                        Break.class,
                        (broken, caller) -> {
                            throw new IllegalStateException("a bug in the host");
                        });
        server.commands().answer(DivideByZero.class, (divide, caller) -> 0.0 / 0.0);
        server.events().declare(BookLent.class);
        server.events().declare(DoorOpened.class);
        socket = folder.resolve("qmp.sock");
        server.listen("main", socket);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aCommandOfTheHostTakesAndReturnsRecords() {
        try (var client = RawClient.negotiated(socket)) {
            assertThat(
                            client.ask(
                                    "{'execute':'add-book','arguments':{'title':'Emma','copies':3,'shelf':'next-to-the-door'}}"))
                    .isEqualTo(
                            "{\"return\": {\"shelf\": \"next-to-the-door\", \"copy-numbers\": [1, 3], \"title\": \"Emma\"}}");
            assertThat(client.ask("{'execute':'add-book','arguments':{'title':'Emma','copies':3}}"))
                    .isEqualTo("{\"return\": {\"copy-numbers\": [1, 3], \"title\": \"Emma\"}}");
        }
    }

    @Test
    void itsArgumentsAreCheckedAsDeclared() {
        try (var client = RawClient.negotiated(socket)) {
            assertThat(client.ask("{'execute':'add-book','arguments':{'title':'Emma'}}"))
                    .contains("Parameter 'copies' is missing");
            assertThat(
                            client.ask(
                                    "{'execute':'add-book','arguments':{'title':'Emma','copies':3,'shelf':'low'}}"))
                    .contains("Parameter 'shelf' does not accept value 'low'");
        }
    }

    @Test
    void theHostsEventsReachEverySessionBeforeTheReply() {
        try (var first = RawClient.negotiated(socket)) {
            server.listen("second", folder.resolve("second.sock"));
            try (var second = RawClient.negotiated(folder.resolve("second.sock"))) {
                first.send("{'execute':'lend-book','arguments':{'title':'Emma'}}");

                var expected =
                        "\"event\": \"BOOK_LENT\", \"data\": {\"from\": \"top\", \"title\": \"Emma\"}}";
                assertThat(first.line()).endsWith(expected);
                assertThat(first.line()).isEqualTo("{\"return\": {}}");
                assertThat(second.line()).endsWith(expected);
            }
        }
    }

    @Test
    void aSessionGetsOnlyTheEventsItsFilterLetsThrough() {
        try (var client = RawClient.negotiated(socket)) {
            client.ask("{'execute':'only-quiet-events'}");

            server.events().emit(new BookLent("Emma", Shelf.TOP));
            server.events().emit(new DoorOpened());

            assertThat(client.line()).endsWith("\"event\": \"DOOR_OPENED\"}");
        }
    }

    @Test
    void errorsOfTheHostAreReplies() {
        try (var client = RawClient.negotiated(socket)) {
            assertThat(client.ask("{'execute':'lend-book','arguments':{'title':''}}"))
                    .isEqualTo(
                            "{\"error\": {\"class\": \"DeviceNotFound\", \"desc\": \"no such book\"}}");
            assertThat(client.ask("{'execute':'break'}"))
                    .isEqualTo(
                            "{\"error\": {\"class\": \"GenericError\", \"desc\": \"The command break failed inside the server; its log tells more\"}}");
            assertThat(client.ask("{'execute':'divide-by-zero'}"))
                    .contains("The command divide-by-zero failed inside the server");
            assertThat(client.ask("{'execute':'query-status'}")).contains("running");
        }
    }

    @Test
    void aServerThatHasEndedTakesNothingNew() {
        server.close();

        assertThatThrownBy(() -> server.listen("late", folder.resolve("late.sock")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this server has ended");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void clientsFindTheHostsCommandsAndEvents() {
        try (var client = RawClient.negotiated(socket)) {
            assertThat(client.ask("{'execute':'query-commands'}"))
                    .startsWith(
                            "{\"return\": [{\"name\": \"divide-by-zero\"}, {\"name\": \"break\"}, ")
                    .contains("{\"name\": \"add-book\"}", "{\"name\": \"monitor-add\"}");
            assertThat(client.ask("{'execute':'query-qmp-schema'}"))
                    .contains(
                            "{\"name\": \"lend-book\", \"ret-type\": \"0\", \"meta-type\": \"command\"",
                            "{\"name\": \"BOOK_LENT\", \"meta-type\": \"event\"",
                            "\"values\": [\"top\", \"next-to-the-door\"]");
        }
    }

    @Test
    void aDisabledCommandTellsWhy() {
        server.commands().disable("stop", "not during opening hours");
        server.commands().disable("cont", "");

        try (var client = RawClient.negotiated(socket)) {
            assertThat(client.ask("{'execute':'stop'}"))
                    .isEqualTo(
                            "{\"error\": {\"class\": \"CommandNotFound\", \"desc\": \"Command stop has been disabled: not during opening hours\"}}");
            assertThat(client.ask("{'execute':'cont'}"))
                    .contains("\"Command cont has been disabled\"");
            assertThat(client.ask("{'execute':'query-commands'}"))
                    .doesNotContain("\"stop\"", "\"cont\"");
        }
    }

    @Test
    void theHostIsAskedBeforeItsStateChanges() {
        try (var client = RawClient.negotiated(socket)) {
            client.send("{'execute':'stop'}");
            assertThat(client.line()).contains("STOP");
            assertThat(client.line()).isEqualTo("{\"return\": {}}");

            assertThat(client.ask("{'execute':'cont'}"))
                    .contains("the library is closed for the night");
            assertThat(client.ask("{'execute':'query-status'}")).contains("paused");
            assertThat(calls).containsExactly("stop");
        }
    }

    @Test
    void theHostIsToldOfQuitAndCanWaitForTheEnd() throws InterruptedException {
        try (var client = RawClient.negotiated(socket)) {
            client.send("{'execute':'quit'}");
            assertThat(client.line()).contains("SHUTDOWN");
            assertThat(client.line()).isEqualTo("{\"return\": {}}");
            client.expectEnd();
        }

        server.awaitEnd();

        assertThat(calls).containsExactly("quit");
        assertThat(socket).doesNotExist();
    }

    @Test
    void anEventMustBeDeclared() {
        record Undeclared() implements Event {}

        assertThatThrownBy(() -> server.events().emit(new Undeclared()))
                .hasMessageContaining("declare(Undeclared.class)");
    }

    @Test
    void aMonitorOfTheHostCanBeLimited() {
        server.addChardev("narrow", Backend.unixServer(folder.resolve("narrow.sock")));
        server.addMonitor(MonitorOptions.on("narrow").named("narrow").allowing("query-*"));

        try (var client = RawClient.negotiated(folder.resolve("narrow.sock"))) {
            assertThat(client.ask("{'execute':'lend-book','arguments':{'title':'Emma'}}"))
                    .contains("this monitor may only run query-*");
            assertThat(client.ask("{'execute':'query-commands'}"))
                    .contains("query-status")
                    .doesNotContain("add-book", "monitor-add");
        }
    }
}
