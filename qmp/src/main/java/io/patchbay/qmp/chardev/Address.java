package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.Name;
import io.patchbay.qmp.schema.Tag;

import java.util.Optional;

/** Where a socket is, in the nested form that {@code chardev-add} uses. */
@Tag("type")
public sealed interface Address {

    record Inet(InetData data) implements Address {}

    record Unix(UnixData data) implements Address {}

    record Fd(FdData data) implements Address {}

    record InetData(
            String host,
            String port,
            Optional<Boolean> numeric,
            Optional<Integer> to,
            Optional<Boolean> ipv4,
            Optional<Boolean> ipv6,
            Optional<Boolean> keepAlive) {}

    record UnixData(
            String path,
            @Name("abstract") Optional<Boolean> abstractName,
            Optional<Boolean> tight) {}

    /** The name of a file descriptor handed over earlier, which a JVM cannot receive. */
    record FdData(String str) {}

    static Address unix(String path) {
        return new Unix(new UnixData(path, Optional.empty(), Optional.empty()));
    }

    static Address inet(String host, String port) {
        return new Inet(
                new InetData(
                        host,
                        port,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
