package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.MailForm.PLAIN;
import static io.patchbay.acceptance.fidelity.SentSeries.of;

import java.util.List;

/** Trailers that replies give, and what looks like some. */
final class AnsweredPatches {

    private static final String KIND = "K17";
    private static final String SIGNED = "Signed-off-by: Ann Quay <ann@example.com>";
    private static final String REVIEWED = "Reviewed-by: Bo Pier <bo@example.com>";
    private static final String ORIGINAL =
            """
            From: Ann Quay <ann@example.com>
            Sent: Thursday, October 1, 2026 10:00
            To: dock@lists.example.com
            Subject: [PATCH] berth: dredge the seventh

            It silts up.

            """;

    private AnsweredPatches() {}

    static List<SentSeries> all() {
        return List.of(
                patch("own").answered(SIGNED + "\n" + REVIEWED + "\n", REVIEWED),
                patch("twice")
                        .answered(REVIEWED + "\n", REVIEWED)
                        .answered("Still fine.\n\n" + REVIEWED + "\n")
                        .answered("reviewed-by: bo pier <BO@example.com>\n"),
                patch("folded")
                        .answered(
                                "Acked-by: Bo Pier of the harbour with the long name\n <bo@example.com>\n",
                                "Acked-by: Bo Pier of the harbour with the long name <bo@example.com>"),
                patch("wrapped")
                        .answered(
                                "Acked-by: Bo Pier\n<bo@example.com>\n",
                                "Acked-by: Bo Pier <bo@example.com>"),
                of(
                                KIND,
                                "folded-own",
                                PLAIN,
                                says("Acked-by: Bo Pier of the harbour\n <bo@example.com>"))
                        .answered("Acked-by: Bo Pier <bo@example.com>\n"),
                patch("placeholder")
                        .answered(
                                "Add Acked-by: <your name>, or\nAcked-by: <your name>\nReviewed-by:\nTested-by: nobody\n\nBo\n"),
                patch("others")
                        .answered(
                                "Suggested-by: Cleo <cleo@example.com>\nFixes: 0123456789ab (\"berth: dig\")\nFixes: is missing\n",
                                "Suggested-by: Cleo <cleo@example.com>",
                                "Fixes: 0123456789ab (\"berth: dig\")"),
                patch("unmarked")
                        .answered(
                                REVIEWED
                                        + "\n\n-----Original Message-----\n"
                                        + ORIGINAL
                                        + "Tested-by: Cleo <cleo@example.com>\n"
                                        + SIGNED
                                        + "\n",
                                REVIEWED),
                patch("html")
                        .answered(
                                "<html><body><p>Fine.</p><p>Reviewed-by: Bo Pier &lt;<a href=\"mailto:bo@example.com\">bo@example.com</a>&gt;</p></body></html>\n",
                                REVIEWED),
                patch("html-quoting")
                        .answered(
                                "<html><style>p { color: red }</style><div>Reviewed-by:&nbsp;Bo Pier &lt;bo@example.com&gt;<br></div><blockquote><div>Acked-by: Cleo &lt;cleo@example.com&gt;</div></blockquote></html>\n",
                                REVIEWED),
                patch("quoted")
                        .answered(
                                "> Acked-by: Cleo <cleo@example.com>\n\n" + REVIEWED + "\n",
                                REVIEWED));
    }

    private static SentSeries patch(String name) {
        return of(KIND, name, PLAIN, says(SIGNED));
    }

    private static Commit says(String trailer) {
        return Commit.of("berth: dredge the seventh\n\nIt silts up.\n\n" + trailer + "\n");
    }
}
