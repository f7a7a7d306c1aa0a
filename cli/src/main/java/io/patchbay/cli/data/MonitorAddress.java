package io.patchbay.cli.data;

import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Where a monitor is: the path of a unix socket or {@code HOST:PORT}. */
public record MonitorAddress(String text, SocketAddress address) {

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("\\[?(?<host>[^/\\[\\]]+)]?:(?<port>\\d{1,5})");

    public static MonitorAddress parse(String text) {
        var inet = HOST_AND_PORT.matcher(text);
        return new MonitorAddress(
                text,
                inet.matches()
                        ? new InetSocketAddress(
                                inet.group("host"), Integer.parseInt(inet.group("port")))
                        : UnixDomainSocketAddress.of(text));
    }

    public QmpClient connect(@Nullable TlsCredentials credentials, Consumer<JsonObject> events)
            throws IOException {
        try {
            if (credentials == null) {
                return QmpClient.connect(address, events);
            }
            if (address instanceof InetSocketAddress inet) {
                return QmpClient.connect(inet, credentials, events);
            }
        } catch (IOException e) {
            throw new Refusal(
                    "no monitor answers at '%s': %s".formatted(text, Refusal.reason(e)), e);
        }
        throw new Refusal("--tls goes with --socket HOST:PORT, not with '%s'".formatted(text));
    }
}
