package io.patchbay.bench.read;

import io.patchbay.bench.measure.Corpus;
import io.patchbay.diff.ParsedDiff;
import io.patchbay.mail.Body;
import io.patchbay.mail.Mail;
import io.patchbay.mail.diff.Diff;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What reading a mail costs, step by step. A mail keeps what it has computed, so each step reads it
 * anew: subtract {@link #read}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MailBenchmark {

    /** A usual patch, one with long folded headers, and one with a diff of some 400 KB. */
    @Param({"usual", "headers", "large"})
    public String kind = "usual";

    private byte[] raw = new byte[0];
    private Diff diff = new Diff("");

    @Setup
    public void prepare() {
        raw =
                switch (kind) {
                    case "usual" -> Corpus.mail("023");
                    case "headers" -> Corpus.mail("058");
                    case "large" -> large();
                    default -> throw new IllegalArgumentException(kind);
                };
        var carried = Mail.read(raw).body().diff();
        if (carried == null) {
            throw new IllegalStateException("the mail '" + kind + "' carries no diff");
        }
        diff = carried;
    }

    /** The header section and the parts are found, nothing is decoded. */
    @Benchmark
    public Mail read() {
        return Mail.read(raw);
    }

    @Benchmark
    public Body body() {
        return Mail.read(raw).body();
    }

    @Benchmark
    public String headers() {
        return Mail.read(raw).storedHeaders();
    }

    @Benchmark
    public Mail everything() {
        return Mail.read(raw).prepared();
    }

    @Benchmark
    public String hash() {
        return new Diff(diff.text()).hash();
    }

    @Benchmark
    public List<String> names() {
        return new Diff(diff.text()).fileNames();
    }

    /** Files and hunks of a text whose lines are not found yet. */
    @Benchmark
    public ParsedDiff parsed() {
        return ParsedDiff.of(diff.text());
    }

    private static byte[] large() {
        var usual = new String(Corpus.mail("023"), StandardCharsets.UTF_8);
        int start = usual.indexOf("diff --git");
        int end = usual.lastIndexOf("\n-- \n") + 1;
        var text = new StringBuilder(usual.substring(0, start));
        while (text.length() < 400_000) {
            text.append(usual, start, end);
        }
        return text.append(usual, end, usual.length()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
