package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.Tag;

import java.nio.file.Path;
import java.util.Optional;

/** What stands behind a chardev, as {@code chardev-add} takes it. */
@Tag("type")
public sealed interface Backend {

    /** Swallows output and never gives input. */
    record Null(Plain data) implements Backend {}

    record Socket(SocketOptions data) implements Backend {}

    record File(FileOptions data) implements Backend {}

    record Pipe(PipeOptions data) implements Backend {}

    record Stdio(StdioOptions data) implements Backend {}

    record Ringbuf(RingbufOptions data) implements Backend {}

    /** The old name of {@link Ringbuf}. */
    record Memory(RingbufOptions data) implements Backend {}

    record Plain(Optional<String> logfile, Optional<Boolean> logappend) {}

    record FileOptions(
            Optional<String> logfile,
            Optional<Boolean> logappend,
            Optional<String> in,
            String out,
            Optional<Boolean> append) {}

    record PipeOptions(Optional<String> logfile, Optional<Boolean> logappend, String device) {}

    record StdioOptions(
            Optional<String> logfile, Optional<Boolean> logappend, Optional<Boolean> signal) {}

    record RingbufOptions(
            Optional<String> logfile, Optional<Boolean> logappend, Optional<Long> size) {}

    static Backend nothing() {
        return new Null(new Plain(Optional.empty(), Optional.empty()));
    }

    /** A unix socket, mode 0600, that one client after the other connects to. */
    static Backend unixServer(Path path) {
        return new Socket(SocketOptions.server(Address.unix(path.toString())));
    }

    /** A TCP port that one client after the other connects to; port 0 takes a free one. */
    static Backend tcpServer(String host, int port) {
        return new Socket(SocketOptions.server(Address.inet(host, String.valueOf(port))));
    }
}
