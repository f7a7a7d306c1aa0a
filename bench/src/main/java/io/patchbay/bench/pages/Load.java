package io.patchbay.bench.pages;

import io.patchbay.bench.measure.CpuClock;
import io.patchbay.bench.measure.Latencies;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a server for some time, several clients at once, each one request after another. */
public record Load(int clients, Duration time) {

    /** A connection to the server. */
    public interface Client extends Closeable {

        /** Sends the next request, waits for the whole answer and returns its length. */
        long ask() throws IOException;
    }

    /** Makes the clients; they are numbered from 0. */
    public interface Opener {
        Client open(int number) throws IOException;
    }

    /** What was measured. */
    public record Result(Latencies latencies, Duration elapsed, Duration cpu, long bytes) {

        public double requestsPerSecond() {
            return latencies.count() / (elapsed.toNanos() / 1e9);
        }

        public double cpuMicrosPerRequest() {
            return cpu.toNanos() / 1e3 / latencies.count();
        }

        public double kilobytesPerRequest() {
            return bytes / 1e3 / latencies.count();
        }
    }

    public Result run(Opener opener, CpuClock cpu) throws IOException, InterruptedException {
        var runs = new ArrayList<Future<Run>>();
        var cpuBefore = cpu.used();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int number = 0; number < clients; number++) {
                runs.add(threads.submit(asking(opener, number, began)));
            }
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        var used = cpu.used().minus(cpuBefore);
        var latencies = new Latencies();
        long bytes = 0;
        for (var run : runs) {
            var done = resultOf(run);
            latencies.addAll(done.latencies());
            bytes += done.bytes();
        }
        return new Result(latencies, elapsed, used, bytes);
    }

    private record Run(Latencies latencies, long bytes) {}

    private Callable<Run> asking(Opener opener, int number, long began) {
        return () -> {
            var latencies = new Latencies();
            long bytes = 0;
            try (var client = opener.open(number)) {
                while (System.nanoTime() - began < time.toNanos()) {
                    long sent = System.nanoTime();
                    bytes += client.ask();
                    latencies.add(System.nanoTime() - sent);
                }
            }
            return new Run(latencies, bytes);
        };
    }

    private static Run resultOf(Future<Run> run) throws IOException, InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("a client ended early", e.getCause());
        }
    }
}
