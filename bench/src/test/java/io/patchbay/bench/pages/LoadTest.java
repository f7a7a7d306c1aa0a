package io.patchbay.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import io.patchbay.bench.measure.CpuClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class LoadTest {

    private final ConcurrentHashMap<String, Integer> asked = new ConcurrentHashMap<>();
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(handlers);
        server.createContext(
                "/",
                exchange -> {
                    asked.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
                    var body = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
                    var path = exchange.getRequestURI().getPath();
                    exchange.sendResponseHeaders(
                            path.equals("/missing") ? 404 : 200,
                            path.equals("/chunked") ? 0 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        handlers.close();
    }

    @Test
    void everyConnectionAsksForEveryPage() throws Exception {
        var load = new Load(2, Duration.ofMillis(300));

        var result = load.run(reading("/sized", "/chunked"), CpuClock.own());

        assertThat(asked).containsKeys("/sized", "/chunked");
        assertThat(result.latencies().count())
                .isEqualTo(asked.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(result.kilobytesPerRequest()).isEqualTo(100);
        assertThat(result.latencies().millis(0.5)).isBetween(0.001, 300.0);
    }

    @Test
    void anErrorEndsTheMeasurement() {
        var load = new Load(1, Duration.ofSeconds(10));

        assertThatThrownBy(() -> load.run(reading("/missing"), CpuClock.own()))
                .hasMessage("expected 200 for /missing, got 404");
    }

    private Load.Opener reading(String... pages) {
        return PageReader.of(server.getAddress().getPort(), List.of(pages));
    }
}
