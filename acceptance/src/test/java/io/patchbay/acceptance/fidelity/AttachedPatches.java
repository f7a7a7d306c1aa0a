package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * The output of {@code git format-patch}, attached to a mail of somebody else that says something
 * else. Git itself takes that for the message.
 */
final class AttachedPatches {

    private static final String KIND = "K04";

    private AttachedPatches() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        var types =
                List.of(
                        "text/x-patch; charset=utf-8",
                        "text/plain; charset=utf-8",
                        "text/x-csrc; name=0001.patch",
                        "application/octet-stream; name=\"0001-dredge.diff\"",
                        "application/octet-stream",
                        "application/x-patch");
        for (int number = 0; number < types.size(); number++) {
            for (var transfer : Transfer.values()) {
                var form = MailForm.PLAIN.with(transfer).attachedAs(types.get(number));
                all.add(of(KIND, number + "-" + transfer.text(), form, says()).misreadByGit());
            }
        }
        var trailer = "Reviewed-by: Bo Pier <bo@example.com>";
        all.add(
                of(KIND, "answered", MailForm.PLAIN.attachedAs(types.getFirst()), says())
                        .answered("Fine.\n\n" + trailer + "\n", trailer)
                        .misreadByGit());
        return all;
    }

    private static Commit says() {
        return Commit.of(
                "berth: dredge the seventh\n\nFrom the sea it silts up.\n\n"
                        + "Signed-off-by: Ann Quay <ann@example.com>\n");
    }
}
