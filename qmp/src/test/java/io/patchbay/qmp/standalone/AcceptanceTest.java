package io.patchbay.qmp.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** The launcher against the test of the patch series and the recorded dialogues. */
class AcceptanceTest {

    /** Where we mean to differ, and why. */
    private static final Map<String, String> WAIVED =
            Map.of(
                    "idecho / {\"execute\":\"query-name\",\"id\":1e400}",
                    "QEMU prints inf, which is not JSON; we refuse the number",
                    "chardev / {\"execute\":\"chardev-add\",\"arguments\":{\"id\":\"p1\",\"backend\":{\"",
                    "a pty needs native code",
                    "chardev / {\"execute\":\"query-chardev\"}",
                    "it lists the pty",
                    "chardev / {\"execute\":\"chardev-remove\",\"arguments\":{\"id\":\"p1\"}}",
                    "there is no pty to remove");

    private static final Pattern DIFFERENCE = Pattern.compile("(?m)^!! (.*)$");
    private static final int AT_ONCE = 4;

    @Test
    void theTestOfThePatchSeriesPasses() {
        var test = Shared.file("qmp/run-seed-test");

        var outcome = Shared.run(List.of("python3", test.toString(), Shared.LAUNCHER.toString()));

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("Ran 4 tests").contains("OK");
    }

    @Test
    void aServerThatHangsUpAfterSelfRemovalFailsThatTest(@TempDir Path folder) throws IOException {
        var test = Shared.file("qmp/run-seed-test");
        var altered = Shared.launcherOf(HangsUp.class, folder);

        var outcome = Shared.run(List.of("python3", test.toString(), altered.toString()));

        assertThat(outcome.status()).as(outcome.output()).isNotZero();
        assertThat(outcome.output())
                .contains("Ran 4 tests")
                .contains("ERROR: test_self_removal")
                .contains("FAILED (errors=1)");
    }

    @Test
    @Timeout(300)
    void everyRecordedDialogueIsAnsweredByteForByte()
            throws InterruptedException, ExecutionException {
        var transcripts = Shared.file("qmp/transcripts.py").toString();
        var expected = Shared.file("qmp/transcript-expected.json").toString();
        var scenarios =
                Shared.run(List.of("python3", transcripts, "--list", "--binary", "none"))
                        .output()
                        .lines()
                        .map(line -> line.split(" ")[0])
                        .toList();
        assertThat(scenarios).hasSize(22);

        var differences = new TreeMap<String, String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var runs = new ArrayList<Future<String>>();
            for (var scenario : scenarios) {
                Callable<String> run =
                        () ->
                                Shared.run(
                                                List.of(
                                                        "python3",
                                                        transcripts,
                                                        "--binary",
                                                        Shared.LAUNCHER.toString(),
                                                        "--scenario",
                                                        scenario,
                                                        "--compare",
                                                        expected))
                                        .output();
                runs.add(threads.submit(run));
            }
            for (var run : runs) {
                assertThat(run.get()).contains(" steps differ");
                var found = DIFFERENCE.matcher(run.get());
                while (found.find()) {
                    differences.put(found.group(1), run.get());
                }
            }
        }

        assertThat(differences).containsOnlyKeys(WAIVED.keySet());
    }
}
