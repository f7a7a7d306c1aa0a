package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.EventDescription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Events of a host that describes them instead of having a record for each. */
class DescribedEventTest {

    /** What happens at the doors of a library, whatever it is. */
    record Happening(String what, Map<String, String> facts) implements Event {

        String fact(String name) {
            return String.valueOf(facts.get(name));
        }
    }

    record Door(String name, long floor) {}

    record ForgottenEvent(Door door, Optional<String> guard) implements Event {}

    record OnlyAlarms() implements Command<Empty> {}

    private static final EventDescription<Happening> ALARM =
            EventDescription.<Happening>of("ALARM")
                    .member("door", Door.class, told -> new Door(told.fact("door"), 2))
                    .optional(
                            "guard",
                            String.class,
                            told -> Optional.ofNullable(told.facts().get("guard")));
    private static final EventDescription<Happening> CLOSED = EventDescription.of("CLOSED");

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    @TempDir private Path folder;
    private Path socket = Path.of("");

    @BeforeEach
    void start() {
        server.events().declare(ALARM);
        server.events().declare(CLOSED);
        server.commands()
                .perform(
                        OnlyAlarms.class,
                        (only, caller) ->
                                caller.filterEvents(event ->
                                        event instanceof Happening(var what, _)
                                                && what.equals("alarm")));
        socket = folder.resolve("qmp.sock");
        server.listen("main", socket);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void isToldWithTheMembersOfItsDescription() {
        try (var client = RawClient.negotiated(socket)) {
            server.events()
                    .emit(ALARM, new Happening("alarm", Map.of("door", "east", "guard", "Kim")));
            server.events().emit(ALARM, new Happening("alarm", Map.of("door", "west")));
            server.events().emit(CLOSED, new Happening("closed", Map.of()));

            assertThat(client.line())
                    .endsWith(
                            "\"event\": \"ALARM\", \"data\": {\"guard\": \"Kim\", \"door\": {\"floor\": 2, \"name\": \"east\"}}}");
            assertThat(client.line())
                    .endsWith(
                            "\"event\": \"ALARM\", \"data\": {\"door\": {\"floor\": 2, \"name\": \"west\"}}}");
            assertThat(client.line()).endsWith("\"event\": \"CLOSED\"}");
        }
    }

    @Test
    void isInTheSchemaLikeOneThatARecordDeclares() {
        server.events().declare(ForgottenEvent.class);

        try (var client = RawClient.negotiated(socket)) {
            var schema = client.ask("{'execute':'query-qmp-schema'}");

            assertThat(schema)
                    .contains(
                            "{\"name\": \"CLOSED\", \"meta-type\": \"event\", \"arg-type\": \"0\"}");
            assertThat(membersOf("ALARM", schema))
                    .isEqualTo(membersOf("FORGOTTEN_EVENT", schema))
                    .contains("\"name\": \"door\"", "\"name\": \"guard\", \"default\": null");
        }
    }

    @Test
    void passesTheFilterOfASessionAsWhatItIs() {
        try (var client = RawClient.negotiated(socket)) {
            client.ask("{'execute':'only-alarms'}");

            server.events().emit(CLOSED, new Happening("closed", Map.of()));
            server.events().emit(ALARM, new Happening("alarm", Map.of("door", "east")));

            assertThat(client.line()).contains("ALARM");
        }
    }

    @Test
    void isDeclaredBeforeItIsSent() {
        var forgotten = EventDescription.<Happening>of("FORGOTTEN");

        assertThatThrownBy(
                        () -> server.events().emit(forgotten, new Happening("forgotten", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declare the description of FORGOTTEN");
    }

    @Test
    void hasNoTwoMembersOfOneName() {
        assertThatThrownBy(() -> ALARM.member("door", String.class, told -> told.fact("door")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event ALARM has a member 'door' already");
    }

    /** The members of an event's data as the schema lists them. */
    private static String membersOf(String event, String schema) {
        var type = between(schema, "{\"name\": \"" + event + "\"", "\"arg-type\": \"", "\"");
        return between(schema, "{\"name\": \"" + type + "\", \"members\": ", "[", "]");
    }

    private static String between(String text, String start, String open, String close) {
        int from = text.indexOf(open, text.indexOf(start)) + open.length();
        return text.substring(from, text.indexOf(close, from));
    }
}
