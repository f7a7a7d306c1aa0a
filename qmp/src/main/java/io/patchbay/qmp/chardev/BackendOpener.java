package io.patchbay.qmp.chardev;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens what stands behind a chardev; what cannot be opened is worded as QEMU does. */
final class BackendOpener {

    private static final Logger LOG = System.getLogger(BackendOpener.class.getName());
    private static final long DEFAULT_RING = 65536;

    private final OpenConnections open;
    private final Map<String, TlsCredentials> credentials;

    BackendOpener(OpenConnections open, Map<String, TlsCredentials> credentials) {
        this.open = open;
        this.credentials = credentials;
    }

    /** An opened device, with its buffer if that is what it writes to. */
    record Opened(Chardev chardev, Optional<RingBuffer> buffer) {

        Opened(Chardev chardev) {
            this(chardev, Optional.empty());
        }
    }

    Opened open(String id, Backend backend) {
        return switch (backend) {
            case Backend.Null(var data) ->
                    new Opened(
                            steady(
                                    id,
                                    "null",
                                    new SinkStream(bytes -> bytes.position(bytes.limit())),
                                    data.logfile(),
                                    data.logappend()));
            case Backend.Socket(var data) -> new Opened(socket(id, data));
            case Backend.File(var data) ->
                    new Opened(steady(id, "file", file(data), data.logfile(), data.logappend()));
            case Backend.Pipe(var data) ->
                    new Opened(
                            steady(
                                    id,
                                    "pipe",
                                    pipe(data.device()),
                                    data.logfile(),
                                    data.logappend()));
            case Backend.Stdio(var data) ->
                    new Opened(steady(id, "stdio", standard(), data.logfile(), data.logappend()));
            case Backend.Ringbuf(var data) -> ringBuffer(id, data);
            case Backend.Memory(var data) -> ringBuffer(id, data);
        };
    }

    private Opened ringBuffer(String id, Backend.RingbufOptions data) {
        var buffer = new RingBuffer(data.size().orElse(DEFAULT_RING));
        var stream = new SinkStream(buffer::write);
        return new Opened(
                steady(id, "ringbuf", stream, data.logfile(), data.logappend()),
                Optional.of(buffer));
    }

    private Chardev steady(
            String id,
            String filename,
            ByteStream stream,
            Optional<String> logfile,
            Optional<Boolean> logappend) {
        var wrapping = logging(logfile, logappend);
        return new SteadyChardev(id, filename, wrapping.apply(stream), false, open);
    }

    private static ByteStream file(Backend.FileOptions options) {
        var existing = options.append().orElse(false) ? APPEND : TRUNCATE_EXISTING;
        var output = openFile(options.out(), WRITE, CREATE, existing);
        var input = options.in().map(in -> openFile(in, READ));
        return new FileStream(input.orElse(null), output);
    }

    private static ByteStream pipe(String device) {
        if (Files.exists(Path.of(device + ".in")) && Files.exists(Path.of(device + ".out"))) {
            // Opened both ways, because opening one end of a FIFO waits for the other.
            return new FileStream(
                    openFile(device + ".in", READ, WRITE), openFile(device + ".out", READ, WRITE));
        }
        var both = openFile(device, READ, WRITE);
        return new FileStream(both, both);
    }

    @SuppressWarnings("resource") // The channels own the descriptors and close them.
    private static ByteStream standard() {
        return new FileStream(
                new FileInputStream(FileDescriptor.in).getChannel(),
                new FileOutputStream(FileDescriptor.out).getChannel());
    }

    private static FileChannel openFile(String path, OpenOption... options) {
        try {
            return FileChannel.open(Path.of(path), options);
        } catch (IOException failed) {
            throw new QmpError("Could not open '%s': %s".formatted(path, SystemError.text(failed)));
        }
    }

    private static UnaryOperator<ByteStream> logging(
            Optional<String> logfile, Optional<Boolean> append) {
        if (logfile.isEmpty()) {
            return stream -> stream;
        }
        var existing = append.orElse(false) ? APPEND : TRUNCATE_EXISTING;
        try (var made = openFile(logfile.get(), WRITE, CREATE, existing)) {
            LOG.log(Level.DEBUG, "log file {0} opened at {1}", logfile.get(), made.position());
        } catch (IOException failed) {
            throw new QmpError(
                    "Could not open '%s': %s".formatted(logfile.get(), SystemError.text(failed)));
        }
        return stream -> logged(stream, logfile.get());
    }

    /** Each client's output goes to the end of the log; a client is worth more than its log. */
    private static ByteStream logged(ByteStream stream, String logfile) {
        try {
            return new LoggedStream(stream, openFile(logfile, WRITE, CREATE, APPEND));
        } catch (QmpError gone) {
            LOG.log(Level.WARNING, "not logged: {0}", gone.description());
            return stream;
        }
    }

    private Chardev socket(String id, SocketOptions options) {
        refuseUnsupported(options);
        var tls = credentials(options);
        var settings = SocketSettings.of(options, tls);
        return switch (options.addr()) {
            case Address.Fd(var fd) ->
                    throw new QmpError(
                            "File descriptor named '%s' has not been found".formatted(fd.str()));
            case Address.Unix(var address) -> {
                var path = UnixPath.of(address);
                yield options.isServer()
                        ? listening(id, path, options, settings)
                        : dialing(id, path.address(), address.path(), options, settings);
            }
            case Address.Inet(var address) -> {
                var port = TcpPort.of(address, tls != null);
                var text = address.host() + ":" + address.port();
                yield options.isServer()
                        ? listening(id, port, text, options, settings)
                        : dialing(id, port.address(), text, options, settings);
            }
        };
    }

    private Chardev listening(
            String id, UnixPath path, SocketOptions options, SocketSettings settings) {
        try {
            var log = logging(options.logfile(), options.logappend());
            return ListeningChardev.on(id, path, settings, log, open);
        } catch (IOException failed) {
            throw new QmpError(
                    "Failed to bind socket to %s: %s"
                            .formatted(path.path(), SystemError.text(failed)));
        }
    }

    private Chardev listening(
            String id, TcpPort port, String text, SocketOptions options, SocketSettings settings) {
        try {
            var log = logging(options.logfile(), options.logappend());
            return ListeningChardev.on(id, port, settings, log, open);
        } catch (IOException failed) {
            throw new QmpError(
                    "Failed to bind socket to %s: %s".formatted(text, SystemError.text(failed)));
        }
    }

    private Chardev dialing(
            String id,
            SocketAddress address,
            String text,
            SocketOptions options,
            SocketSettings settings) {
        try {
            return new DialingChardev(
                    id,
                    address,
                    reconnect(options),
                    settings,
                    logging(options.logfile(), options.logappend()),
                    open);
        } catch (IOException failed) {
            throw new QmpError(
                    "Failed to connect to '%s': %s".formatted(text, SystemError.text(failed)));
        }
    }

    private @Nullable TlsCredentials credentials(SocketOptions options) {
        if (options.tlsCreds().isEmpty()) {
            return null;
        }
        if (!(options.addr() instanceof Address.Inet)) {
            throw new QmpError("TLS can only be used over TCP socket");
        }
        var found = credentials.get(options.tlsCreds().get());
        if (found == null) {
            throw new QmpError(
                    "No TLS credentials with id '%s'".formatted(options.tlsCreds().get()));
        }
        var needed =
                options.isServer()
                        ? TlsCredentials.Endpoint.SERVER
                        : TlsCredentials.Endpoint.CLIENT;
        if (found.endpoint() != needed) {
            throw new QmpError(
                    "Expecting TLS credentials with a %s endpoint"
                            .formatted(needed.name().toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    private static void refuseUnsupported(SocketOptions options) {
        if (options.isServer() && reconnect(options).isPresent()) {
            throw new QmpError(
                    "'reconnect' option is incompatible with socket in server listen mode");
        }
        if (!options.isServer() && options.awaitClient().isPresent()) {
            throw new QmpError("'wait' option is incompatible with socket in client connect mode");
        }
        if (options.awaitClient().orElse(false)) {
            throw new QmpError(
                    "'wait' would stop the whole server until a client comes; leave it out");
        }
        if (options.tlsAuthz().isPresent()) {
            throw new QmpError(
                    "'tls-authz' is not supported; sign certificates only for those who may come in");
        }
        refuse("telnet", options.telnet());
        refuse("tn3270", options.tn3270());
        refuse("websocket", options.websocket());
    }

    private static void refuse(String option, Optional<Boolean> asked) {
        if (asked.orElse(false)) {
            throw new QmpError("'%s' is not supported; leave it out".formatted(option));
        }
    }

    private static Optional<Duration> reconnect(SocketOptions options) {
        return options.reconnectMs()
                .map(Duration::ofMillis)
                .or(() -> options.reconnect().map(Duration::ofSeconds))
                .filter(Duration::isPositive);
    }
}
