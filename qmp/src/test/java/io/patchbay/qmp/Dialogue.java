package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Plays a written dialogue, line by line, against a server that listens on {@code main.sock}.
 *
 * <ul>
 *   <li>{@code # text} is for the reader;
 *   <li>{@code -> text} is sent, without a line end; {@code -> hex:ff0a} is sent as bytes;
 *   <li>{@code <- text} must be the next line received; an ellipsis (…) stands for anything;
 *   <li>{@code <- (end)} expects the end of the stream;
 *   <li>{@code -> (hang up)} and {@code -> (end)} close the connection or our half of it;
 *   <li>{@code -> (connect FILE)} opens a connection.
 * </ul>
 *
 * A name before the arrow says which of several connections is meant. {@code @DIR@} stands for the
 * folder of the sockets.
 */
public final class Dialogue implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("(?:(\\w+) )?(->|<-) (.*)");
    private static final Pattern CONNECT = Pattern.compile("\\(connect (\\S+)\\)");

    private final Path folder;
    private final Map<String, RawClient> clients = new LinkedHashMap<>();

    public Dialogue(Path folder) {
        this.folder = folder;
        clients.put("main", RawClient.connect(folder.resolve("main.sock")));
    }

    public void play(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        var parts = LINE.matcher(line);
        assertThat(parts.matches()).as("a line of a dialogue: %s", line).isTrue();
        var name = Objects.requireNonNullElse(parts.group(1), "main");
        var text = parts.group(3).replace("@DIR@", folder.toString());
        if (parts.group(2).equals("->")) {
            say(name, text);
        } else {
            hear(name, text);
        }
    }

    /** Nothing may be left unsaid: each client still there stops talking and expects the end. */
    public void end() {
        for (var client : clients.values()) {
            client.finishSending().expectEnd();
        }
    }

    private void say(String name, String text) {
        var connect = CONNECT.matcher(text);
        if (connect.matches()) {
            clients.put(name, RawClient.connect(folder.resolve(connect.group(1))));
        } else if (text.equals("(hang up)")) {
            client(name).close();
            clients.remove(name);
        } else if (text.equals("(end)")) {
            client(name).finishSending();
        } else if (text.startsWith("hex:")) {
            client(name).send(HexFormat.of().parseHex(text.substring(4)));
        } else {
            client(name).send(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void hear(String name, String expected) {
        if (expected.equals("(end)")) {
            client(name).expectEnd();
            clients.remove(name);
            return;
        }
        var line = client(name).line();
        if (!expected.contains("…")) {
            assertThat(line).isEqualTo(expected);
            return;
        }
        var pattern = new StringBuilder();
        for (var part : expected.split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        assertThat(line).matches(pattern.toString());
    }

    private RawClient client(String name) {
        var client = clients.get(name);
        assertThat(client).as("a connection called %s", name).isNotNull();
        return Objects.requireNonNull(client);
    }

    @Override
    public void close() {
        clients.values().forEach(RawClient::close);
    }
}
