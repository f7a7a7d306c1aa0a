package io.patchbay.server;

/**
 * Where a server listens.
 *
 * @param host a name or number; an IPv6 number stands without brackets
 * @param port 0 takes a free one
 */
public record Address(String host, int port) {

    private static final int LAST_PORT = 65_535;

    public Address {
        if (host.isBlank() || port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "an address has a host and a port of 0 to 65535, but this is '%s' and %d"
                            .formatted(host, port));
        }
    }

    /** Reads {@code HOST:PORT}, {@code [IPV6]:PORT}. */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            var host = text.substring(0, Math.max(colon, 0));
            int port = Integer.parseInt(text, colon + 1, text.length(), 10);
            boolean inBrackets = host.startsWith("[") && host.endsWith("]");
            return new Address(inBrackets ? host.substring(1, host.length() - 1) : host, port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected HOST:PORT such as 127.0.0.1:8000, but this is '%s'".formatted(text),
                    e);
        }
    }

    Address withPort(int other) {
        return new Address(host, other);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
