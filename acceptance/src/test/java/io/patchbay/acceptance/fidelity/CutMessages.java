package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;

/** Lines of a message that look like the begin of a signature or footer, or like its end. */
final class CutMessages {

    private static final String KIND = "K07";
    private static final String SIGNED = "\n\nSigned-off-by: Ann Quay <ann@example.com>\n";
    private static final String REVIEWED = "Reviewed-by: Bo Pier <bo@example.com>";
    private static final String FOOTER =
            """

            _______________________________________________
            dock mailing list
            dock@lists.example.com
            https://lists.example.com/listinfo/dock
            """;

    private CutMessages() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        var lines =
                List.of(
                        "____________\n 7   3.1 m\n____________",
                        "_",
                        "-- ",
                        "--",
                        "hoist 7\n--\nhoist 8");
        for (int number = 0; number < lines.size(); number++) {
            var commit = says(lines.get(number));
            for (var transfer : Transfer.values()) {
                var name = number + "-" + transfer.text();
                all.add(of(KIND, name, MailForm.PLAIN.with(transfer), commit));
            }
            all.add(of(KIND, number + "-part", MailForm.PLAIN.asPart(), commit));
            all.add(
                    of(KIND, number + "-answered", MailForm.PLAIN, commit)
                            .answered("Fine.\n\n" + REVIEWED + "\n", REVIEWED));
        }
        all.add(
                of(
                        KIND,
                        "series",
                        MailForm.PLAIN,
                        says("--"),
                        Commit.of("docs: next\n\nA\n-- \nB" + SIGNED, "docs/next.txt", "next\n")));
        all.add(
                of(KIND, "answered-below-underscores", MailForm.PLAIN, says("Words."))
                        .answered("Fine.\n______\n\n" + REVIEWED + "\n", REVIEWED));
        all.add(
                of(KIND, "answered-above-a-footer", MailForm.PLAIN, says("Words."))
                        .answered("Fine.\n\n" + REVIEWED + FOOTER, REVIEWED));
        all.add(
                of(KIND, "answered-below-a-signature", MailForm.PLAIN, says("Words."))
                        .answered("Fine.\n-- \nBo\n" + REVIEWED + "\n"));
        all.add(
                of(KIND, "answered-outlook", MailForm.PLAIN, says("Words."))
                        .answered(
                                "Fine.\n\n________________________________\nFrom: Ann Quay\n"
                                        + "Sent: Thursday\nTo: dock\n\nTested-by: Nobody\n"));
        return all;
    }

    private static Commit says(String words) {
        return Commit.of(
                "berth: dredge the seventh\n\nBefore.\n\n" + words + "\n\nAfter." + SIGNED);
    }
}
