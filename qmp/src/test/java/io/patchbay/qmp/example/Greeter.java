package io.patchbay.qmp.example;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.Version;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Event;

import java.nio.file.Path;
import java.util.Optional;

/** A program that greets whom it is told to, and lets everybody know. */
final class Greeter {

    record Greet(String name, Optional<Long> times) implements Command<Greeting> {}

    record Greeting(String text) {}

    record Greeted(String name) implements Event {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var server = new QmpServer(Version.of(1, 0, 0, "greeter"))) {
            server.events().declare(Greeted.class);
            server.commands()
                    .answer(
                            Greet.class,
                            (greet, caller) -> {
                                server.events().emit(new Greeted(greet.name()));
                                int times = greet.times().orElse(1L).intValue();
                                return new Greeting("hello " + greet.name() + "!".repeat(times));
                            });
            server.listen("control", Path.of(arguments[0]));
            server.awaitEnd();
        }
    }
}
