package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Chromium without a window, told what to do over its debugging protocol. Whatever takes longer
 * than some seconds fails, and so does a script of a page that fails.
 */
final class Browser implements AutoCloseable {

    private static final int LIMIT_SECONDS = 30;
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]*)/");
    private static final Pattern PAGE =
            Pattern.compile("\"webSocketDebuggerUrl\": \"(ws://[^\"]*/page/[^\"]*)\"");

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<Json> messages = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private final WebSocket socket;
    private int sent;
    private int loaded;

    private Browser(Process process) throws IOException, InterruptedException {
        this.process = process;
        var page = pageOf(addressOf(process));
        socket = client.newWebSocketBuilder().buildAsync(page, new Ears(messages)).join();
        for (var domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", "{}");
        }
    }

    static Browser open(Path chromium, Path profile) throws IOException, InterruptedException {
        var command =
                List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new Browser(process);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String addressOf(Process process) throws IOException {
        var output = new BufferedReader(process.inputReader(UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var found = LISTENING.matcher(line);
            if (found.find()) {
                // What else it prints must not fill the pipe.
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return found.group(1);
            }
        }
        throw new IOException("the browser ended before it could be talked to");
    }

    private URI pageOf(String address) throws IOException, InterruptedException {
        var list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build();
        var pages = client.send(list, HttpResponse.BodyHandlers.ofString()).body();
        var found = PAGE.matcher(pages);
        if (!found.find()) {
            throw new IOException("the browser shows no page: " + pages);
        }
        return URI.create(found.group(1));
    }

    /** Puts what the browser says into a queue. */
    private record Ears(LinkedBlockingQueue<Json> messages, StringBuilder part)
            implements WebSocket.Listener {

        Ears(LinkedBlockingQueue<Json> messages) {
            this(messages, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                messages.add(Json.parse(part.toString().getBytes(UTF_8)));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** Goes to a page and waits until it has loaded. */
    void visit(String address) throws InterruptedException {
        int before = loaded;
        call("Page.navigate", "{\"url\":" + quoted(address) + "}");
        awaitLoad(before);
    }

    /** Runs a script that leads to another page, and waits until that has loaded. */
    void follow(String script) throws InterruptedException {
        int before = loaded;
        run(script);
        awaitLoad(before);
    }

    private void awaitLoad(int before) throws InterruptedException {
        while (loaded == before) {
            hear(next());
        }
    }

    /** Runs a script, and returns the text that it ends with. */
    String run(String script) throws InterruptedException {
        var answer =
                call(
                        "Runtime.evaluate",
                        "{\"expression\":%s,\"awaitPromise\":true,\"returnByValue\":true}"
                                .formatted(quoted(script)));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.object("exceptionDetails").members());
        }
        var value = answer.object("result").members().get("value");
        return value == null ? "" : value.toString();
    }

    /** Waits until an expression is true. */
    void await(String expression) throws InterruptedException {
        run(
                """
                new Promise((done, fail) => {
                  const end = Date.now() + %d;
                  (function look() {
                    if (%s) done();
                    else if (Date.now() > end) fail(new Error("never: " + document.body.innerText));
                    else setTimeout(look, 10);
                  })();
                })\
                """
                        .formatted(LIMIT_SECONDS * 1000 / 2, expression));
    }

    /** Errors of scripts, and what a page asked for and was not let do or did not get. */
    List<String> complaints() {
        return complaints;
    }

    private Json call(String method, String parameters) throws InterruptedException {
        int id = ++sent;
        socket.sendText(
                        "{\"id\":%d,\"method\":\"%s\",\"params\":%s}"
                                .formatted(id, method, parameters),
                        true)
                .join();
        while (true) {
            var message = next();
            if (message.has("id") && message.number("id") == id) {
                if (message.has("error")) {
                    throw new AssertionError(method + ": " + message.object("error").members());
                }
                return message.object("result");
            }
            hear(message);
        }
    }

    private Json next() throws InterruptedException {
        var message = messages.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the browser says nothing any more");
        }
        return message;
    }

    private void hear(Json message) {
        switch (message.has("method") ? message.text("method") : "") {
            case "Page.loadEventFired" -> loaded++;
            case "Runtime.exceptionThrown" ->
                    complaints.add(message.object("params").members().toString());
            case "Log.entryAdded" -> {
                var entry = message.object("params").object("entry");
                if (entry.text("level").equals("error")) {
                    complaints.add(entry.text("text"));
                }
            }
            default -> {}
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
