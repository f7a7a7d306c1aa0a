package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;

/** Lines of a message that begin like the first line of a mail in an mbox. */
final class EnvelopeLines {

    private static final String KIND = "K01";
    private static final String SIGNED = "\n\nSigned-off-by: Ann Quay <ann@example.com>\n";

    private EnvelopeLines() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        for (var transfer : Transfer.values()) {
            var form = MailForm.PLAIN.with(transfer);
            var name = transfer.text();
            all.add(
                    of(
                            KIND,
                            "dated-" + name,
                            form,
                            says("From the sea on Mon Oct  1 10:00:00 2026")));
            all.add(of(KIND, "bare-" + name, form, says("words\nFrom here on the quay is stone.")));
            all.add(
                    of(
                            KIND,
                            "commit-" + name,
                            form,
                            says(
                                    "Reverts\nFrom 0123456789012345678901234567890123456789"
                                            + " Mon Sep 17 00:00:00 2001\nwhich silted up.")));
            all.add(
                    of(
                            KIND,
                            "series-" + name,
                            form,
                            says("From the sea on Mon Oct  1 10:00:00 2026"),
                            Commit.of("berth: the next" + SIGNED, "docs/next.txt", "next\n")));
        }
        all.add(
                of(
                        KIND,
                        "quoted",
                        MailForm.PLAIN,
                        says(">From the sea on Mon Oct  1 10:00:00 2026")));
        all.add(
                of(
                        KIND,
                        "other-letters",
                        MailForm.PLAIN.in("iso-8859-1"),
                        says("From Håkon on Mon Oct  1 10:00:00 2026")));
        all.add(
                of(
                                KIND,
                                "answered",
                                MailForm.PLAIN,
                                says("From the sea on Mon Oct  1 10:00:00 2026"))
                        .answered(
                                "Fine.\nReviewed-by: Bo Pier <bo@example.com>\n",
                                "Reviewed-by: Bo Pier <bo@example.com>"));
        return all;
    }

    private static Commit says(String words) {
        return Commit.of("berth: dredge the seventh\n\n" + words + SIGNED);
    }
}
