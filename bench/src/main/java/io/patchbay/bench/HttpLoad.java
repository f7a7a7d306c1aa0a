package io.patchbay.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks a server for pages over several connections for some time, one request after another. */
record HttpLoad(int port, int connections, Duration time) {

    /** What was measured. */
    record Result(Latencies latencies, Duration elapsed, Duration serverCpu, long bytes) {

        double requestsPerSecond() {
            return latencies.count() / (elapsed.toNanos() / 1e9);
        }

        double cpuMicrosPerRequest() {
            return serverCpu.toNanos() / 1e3 / latencies.count();
        }

        double kilobytesPerRequest() {
            return bytes / 1e3 / latencies.count();
        }
    }

    /** The connections take turns through the pages; an answer other than 200 ends it all. */
    Result run(List<String> pages, CpuClock server) throws IOException, InterruptedException {
        var requests = pages.stream().map(HttpConnection::request).toList();
        var began = System.nanoTime();
        var cpuBefore = server.used();
        var runs = new ArrayList<Future<Run>>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                int first = i * requests.size() / connections;
                runs.add(threads.submit(() -> ask(pages, requests, first, began)));
            }
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        var cpu = server.used().minus(cpuBefore);
        var latencies = new Latencies();
        long bytes = 0;
        for (var run : runs) {
            var done = outcome(run);
            latencies.addAll(done.latencies());
            bytes += done.bytes();
        }
        return new Result(latencies, elapsed, cpu, bytes);
    }

    private record Run(Latencies latencies, long bytes) {}

    private Run ask(List<String> pages, List<byte[]> requests, int first, long began)
            throws IOException {
        var latencies = new Latencies();
        long bytes = 0;
        try (var connection = new HttpConnection(port)) {
            for (int at = first; System.nanoTime() - began < time.toNanos(); at++) {
                int page = at % requests.size();
                long sent = System.nanoTime();
                var answer = connection.get(requests.get(page));
                latencies.add(System.nanoTime() - sent);
                bytes += answer.length();
                if (answer.status() != 200) {
                    throw new IOException(
                            "expected 200 for %s, got %d"
                                    .formatted(pages.get(page), answer.status()));
                }
            }
        }
        return new Run(latencies, bytes);
    }

    private static Run outcome(Future<Run> run) throws IOException, InterruptedException {
        try {
            return run.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("the load ended early", e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("a connection did not end in time", e);
        }
    }
}
