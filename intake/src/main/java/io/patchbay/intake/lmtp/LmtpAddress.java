package io.patchbay.intake.lmtp;

import java.nio.file.Path;

/** Where an LMTP server listens. */
public sealed interface LmtpAddress {

    /** A socket file, for the mail system of the same machine. */
    record Unix(Path path) implements LmtpAddress {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A port. LMTP knows no passwords: whoever reaches it can hand in mail.
     *
     * @param host a name or number; an IPv6 number stands without brackets
     * @param port 0 takes a free one
     */
    record Tcp(String host, int port) implements LmtpAddress {

        private static final int LAST_PORT = 65_535;

        public Tcp {
            if (host.isBlank() || port < 0 || port > LAST_PORT) {
                throw new IllegalArgumentException(
                        "an address has a host and a port of 0 to 65535, but this is '%s' and %d"
                                .formatted(host, port));
            }
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * Reads the path of a socket (it holds a slash, or begins with {@code unix:}), {@code
     * HOST:PORT} or a {@code PORT} of this machine only.
     */
    static LmtpAddress parse(String text) {
        if (text.startsWith("unix:")) {
            return new Unix(Path.of(text.substring("unix:".length())));
        }
        if (text.contains("/")) {
            return new Unix(Path.of(text));
        }
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text, colon + 1, text.length(), 10);
            var host = colon <= 0 ? "127.0.0.1" : text.substring(0, colon);
            boolean inBrackets = host.startsWith("[") && host.endsWith("]");
            return new Tcp(inBrackets ? host.substring(1, host.length() - 1) : host, port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected the path of a socket such as /run/patchbay/lmtp.sock, HOST:PORT or PORT, but this is '%s'"
                            .formatted(text),
                    e);
        }
    }
}
