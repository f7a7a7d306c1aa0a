package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Commits with binary files, before and behind which other files change. */
final class BinaryFiles {

    private static final String KIND = "K09";
    private static final String MESSAGE =
            "chart: draw it\n\nWords.\n\nSigned-off-by: Ann Quay <ann@example.com>\n";

    private static final byte[] TEXT = "new\n".getBytes(US_ASCII);
    private static final byte[] CHANGED =
            BaseTree.BERTHS.replace("berth_7;", "berth_7 = 70;").getBytes(US_ASCII);

    private BinaryFiles() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        var commits =
                List.of(
                        commit(Map.of("a.bin", noise(300))),
                        commit(Map.of("a.bin", noise(300), "b.bin", noise(400))),
                        commit(Map.of("a.bin", noise(300), "b.txt", TEXT)),
                        commit(
                                Map.of(
                                        "a.bin",
                                        noise(5000),
                                        "b.txt",
                                        TEXT,
                                        "c.bin",
                                        noise(2),
                                        "empty",
                                        new byte[0],
                                        "src/berth.c",
                                        CHANGED,
                                        "z.txt",
                                        TEXT)));
        for (int number = 0; number < commits.size(); number++) {
            for (var transfer : Transfer.values()) {
                var name = number + "-" + transfer.text();
                all.add(of(KIND, name, MailForm.PLAIN.with(transfer), commits.get(number)));
            }
        }
        return all;
    }

    private static Commit commit(Map<String, byte[]> files) {
        return new Commit(Commit.AUTHOR, Commit.EMAIL, MESSAGE, files);
    }

    /** The same each time; git takes what has a NUL for binary. */
    private static byte[] noise(int size) {
        var noise = new byte[size];
        new Random(size).nextBytes(noise);
        noise[0] = 0;
        return noise;
    }
}
