package io.patchbay.cli.shell;

import io.patchbay.qmp.client.ArgumentWords;
import io.patchbay.qmp.client.JsonText;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.client.ServerSchema;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.server.Refusal;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** A command as somebody wrote it: {@code NAME key=value ...}, or a request in JSON. */
sealed interface MonitorCommand {

    record Words(String name, List<String> arguments) implements MonitorCommand {}

    record Request(JsonObject message) implements MonitorCommand {}

    static MonitorCommand of(List<String> words) {
        var first = words.getFirst();
        return words.size() == 1 && first.startsWith("{")
                ? new Request(
                        (JsonObject)
                                JsonText.parse(first)
                                        .orElseThrow(() ->
                                                new QmpError("'%s' is no JSON".formatted(first))))
                : new Words(first, words.subList(1, words.size()));
    }

    /** What it returns, as JSON for people. */
    default String on(QmpClient client) throws IOException {
        return on(client, () -> new ArgumentWords(schema(client)));
    }

    /** As {@link #on(QmpClient)}, with what is known already of the server's commands. */
    default String on(QmpClient client, Supplier<ArgumentWords> known) throws IOException {
        var returned =
                switch (this) {
                    case Words(var name, var words) when words.isEmpty() -> client.ask(name);
                    case Words(var name, var words) ->
                            client.ask(name, known.get().parse(name, words));
                    case Request(var message) ->
                            client.ask(
                                    message.text("execute")
                                            .orElseThrow(() ->
                                                    new QmpError("the request lacks 'execute'")),
                                    message.object("arguments").orElseGet(JsonObject::new));
                };
        return JsonText.pretty(returned);
    }

    private static ServerSchema schema(QmpClient client) {
        try {
            return ServerSchema.of(client);
        } catch (IOException lost) {
            throw new Refusal(Refusal.reason(lost), lost);
        }
    }
}
