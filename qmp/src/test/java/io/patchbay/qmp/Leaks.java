package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What this process holds, for tests that look for leaks. */
final class Leaks {

    private Leaks() {}

    static long openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        }
    }

    /**
     * Waits until no more than this many descriptors are open, lingering connections being closed.
     */
    static void awaitDescriptorsAtMost(long most) throws IOException {
        await(() -> {
            try {
                return openDescriptors() <= most;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(openDescriptors()).isLessThanOrEqualTo(most);
    }

    static void awaitNoThreadNamed(String prefix) {
        await(() -> threads(prefix).isEmpty());
        assertThat(threads(prefix)).isEmpty();
    }

    /** From the JVM's own dump, the only list that has virtual threads in it. */
    private static List<String> threads(String prefix) {
        try {
            var folder = Files.createTempDirectory("threads");
            var dump = folder.resolve("dump.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
            var found =
                    Files.readAllLines(dump).stream()
                            .filter(line -> line.startsWith("#") && line.contains("\"" + prefix))
                            .toList();
            Files.delete(dump);
            Files.delete(folder);
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
