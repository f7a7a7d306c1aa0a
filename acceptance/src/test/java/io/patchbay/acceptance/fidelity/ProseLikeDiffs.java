package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages with lines that begin as the diff of a file does. Lines {@code Index: } and {@code diff
 * -} are missing: git ends a message there, in whatever mbox.
 */
final class ProseLikeDiffs {

    private static final String KIND = "K08";
    private static final String SIGNED = "Signed-off-by: Ann Quay <ann@example.com>\n";
    private static final String TESTED = "Tested-by: Bo Pier <bo@example.com>";

    private ProseLikeDiffs() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        var lines =
                List.of(
                        "diff as before, with the depth right.",
                        "diff of the two:\nindex of berths\nnew mode of mooring",
                        "diff",
                        "diff \ndiff once more");
        for (int number = 0; number < lines.size(); number++) {
            var commit = says(lines.get(number));
            for (var transfer : Transfer.values()) {
                var name = number + "-" + transfer.text();
                all.add(of(KIND, name, MailForm.PLAIN.with(transfer), commit));
            }
            all.add(
                    of(KIND, number + "-answered", MailForm.PLAIN, commit)
                            .answered("Fine.\n\n" + TESTED + "\n", TESTED));
        }
        return all;
    }

    private static Commit says(String words) {
        return Commit.of(
                "berth: dredge the seventh\n\nThis is the same\n"
                        + words
                        + "\n\nMore words.\n\n"
                        + SIGNED);
    }
}
