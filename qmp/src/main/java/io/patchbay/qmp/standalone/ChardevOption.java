package io.patchbay.qmp.standalone;

import io.patchbay.qmp.chardev.Address;
import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.chardev.SocketOptions;

import java.util.Optional;

/** One {@code -chardev}: what to open under which id, and whether to wait for its first client. */
record ChardevOption(String id, Source source, boolean waitForClient) {

    /** A backend to open, or a socket that the process inherited. */
    sealed interface Source {

        record Open(Backend backend) implements Source {}

        record Inherited(int descriptor) implements Source {}
    }

    static ChardevOption parse(String text) {
        var option = new OptionText(text, "backend");
        var kind = option.require("backend", "chardev: no backend specified");
        var id = option.takeId();
        var parsed = parse(kind, id.orElse(""), option);
        if (id.isEmpty()) {
            throw new UsageError("chardev: no id specified");
        }
        option.refuseOthers();
        return parsed;
    }

    /** The short form that {@code -qmp} takes: {@code unix:PATH,...}, {@code tcp:HOST:PORT,...}. */
    static ChardevOption parseDevice(String id, String device) {
        int colon = device.indexOf(':');
        var option =
                switch (colon < 0 ? device : device.substring(0, colon)) {
                    case "stdio", "null" -> new OptionText(device, "backend");
                    case "unix" -> new OptionText("socket,path=" + device.substring(5), "backend");
                    case "tcp" -> tcp(device.substring(4));
                    default ->
                            throw new UsageError(
                                    "'%s' is not a valid char driver".formatted(device));
                };
        var parsed = parse(option.require("backend", "no backend"), id, option);
        option.refuseOthers();
        return parsed;
    }

    private static OptionText tcp(String rest) {
        int end = rest.indexOf(',') < 0 ? rest.length() : rest.indexOf(',');
        int colon = rest.lastIndexOf(':', end);
        if (colon < 0) {
            throw new UsageError("parse error: tcp:" + rest);
        }
        return new OptionText(
                "socket,host=%s,port=%s"
                        .formatted(rest.substring(0, colon), rest.substring(colon + 1)),
                "backend");
    }

    private static ChardevOption parse(String kind, String id, OptionText option) {
        var log = option.take("logfile");
        var append = option.takeSwitch("logappend");
        return switch (kind) {
            case "null" -> open(id, new Backend.Null(new Backend.Plain(log, append)));
            case "stdio" ->
                    open(
                            id,
                            new Backend.Stdio(
                                    new Backend.StdioOptions(
                                            log, append, option.takeSwitch("signal"))));
            case "file" ->
                    open(
                            id,
                            new Backend.File(
                                    new Backend.FileOptions(
                                            log,
                                            append,
                                            option.take("input-path"),
                                            option.require(
                                                    "path", "chardev: file: no filename given"),
                                            option.takeSwitch("append"))));
            case "pipe" ->
                    open(
                            id,
                            new Backend.Pipe(
                                    new Backend.PipeOptions(
                                            log,
                                            append,
                                            option.require(
                                                    "path",
                                                    "chardev: pipe: no device path given"))));
            case "ringbuf", "memory" ->
                    open(
                            id,
                            new Backend.Ringbuf(
                                    new Backend.RingbufOptions(
                                            log, append, option.takeNumber("size"))));
            case "socket" -> socket(id, log, append, option);
            default -> throw new UsageError("'%s' is not a valid char driver name".formatted(kind));
        };
    }

    private static ChardevOption open(String id, Backend backend) {
        return new ChardevOption(id, new Source.Open(backend), false);
    }

    private static ChardevOption socket(
            String id, Optional<String> log, Optional<Boolean> append, OptionText option) {
        boolean server = option.takeSwitch("server").orElse(false);
        var wait = option.takeSwitch("wait");
        boolean waits = server && wait.orElse(true);
        var descriptor = option.take("fd");
        if (descriptor.isPresent()) {
            var number = descriptor(descriptor.get());
            return new ChardevOption(id, new Source.Inherited(number), waits);
        }
        var options =
                new SocketOptions(
                        log,
                        append,
                        address(option),
                        option.take("tls-creds"),
                        option.take("tls-authz"),
                        Optional.of(server),
                        server ? Optional.empty() : wait,
                        option.takeSwitch("delay")
                                .map(delay -> !delay)
                                .or(() -> option.takeSwitch("nodelay")),
                        option.takeSwitch("telnet"),
                        option.takeSwitch("tn3270"),
                        option.takeSwitch("websocket"),
                        option.takeNumber("reconnect"),
                        option.takeNumber("reconnect-ms"));
        return new ChardevOption(id, new Source.Open(new Backend.Socket(options)), waits);
    }

    private static Address address(OptionText option) {
        var path = option.take("path");
        if (path.isPresent()) {
            return new Address.Unix(
                    new Address.UnixData(
                            path.get(), option.takeSwitch("abstract"), option.takeSwitch("tight")));
        }
        var host = option.require("host", "chardev: socket: no path, host and port, or fd given");
        return new Address.Inet(
                new Address.InetData(
                        host,
                        option.require("port", "chardev: socket: no port given"),
                        option.takeSwitch("numeric"),
                        option.takeNumber("to").map(Math::toIntExact),
                        option.takeSwitch("ipv4"),
                        option.takeSwitch("ipv6"),
                        option.takeSwitch("keep-alive")));
    }

    private static int descriptor(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new UsageError("Unable to parse FD number " + text);
        }
    }
}
