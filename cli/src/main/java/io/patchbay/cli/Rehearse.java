package io.patchbay.cli;

import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code rehearse}: does once what a server does, so that the JVM can remember it (JEP 514). For
 * the build, not for people.
 */
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {

    private static final int TIMES = 20;
    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/project/" + SampleData.PROJECT + "/list/",
                    "/api/",
                    "/api/patches/",
                    "/api/patches/1/",
                    "/api/1.1/patches/1/?format=api",
                    "/api/series/",
                    "/api/events/",
                    "/patch/1/");

    @Override
    public Integer call() throws IOException {
        var clock = InstantSource.system();
        try (var sample = SampleData.create();
                var server =
                        new Server(
                                Config.of(sample.storage(), new Address("127.0.0.1", 0)), clock)) {
            var unused = SampleData.fill(server.store(), clock);
            for (int time = 0; time < TIMES; time++) {
                for (var path : PATHS) {
                    visit(server.address(), path);
                }
            }
        }
        return 0;
    }

    private static void visit(Address server, String path) throws IOException {
        try (var socket = new Socket(server.host(), server.port())) {
            var request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(path, server).getBytes(StandardCharsets.US_ASCII));
            var unused = socket.getInputStream().readAllBytes();
        }
    }
}
