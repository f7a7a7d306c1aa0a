package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import io.patchbay.acceptance.fidelity.MailForm.Door;
import io.patchbay.acceptance.fidelity.MailForm.LineEnds;
import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;

/** Carriage returns that are the files', and others that are the mail's. */
final class CarriageReturns {

    private static final String KIND = "K02";
    private static final String MESSAGE =
            "docs: line ends\n\nSigned-off-by: Ann Quay <ann@example.com>\n";

    private CarriageReturns() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        for (var transfer : List.of(Transfer.QUOTED_PRINTABLE, Transfer.BASE64)) {
            var form = MailForm.PLAIN.with(transfer);
            for (var door : Door.values()) {
                var name = transfer.text() + "-" + door;
                all.add(of(KIND, "changed-" + name, form.with(door), changed()));
                all.add(of(KIND, "new-" + name, form.with(door), added("one\r\ntwo\r\n")));
                all.add(of(KIND, "lone-" + name, form.with(door), added("a\rb\nline\n")));
            }
            all.add(of(KIND, "both-" + transfer.text(), form, added("a\r\nb\nc\r\n")));
            all.add(of(KIND, "no-end-" + transfer.text(), form, added("a\r\nb\r")));
            all.add(of(KIND, "double-" + transfer.text(), form, added("a\r\r\nb\r\r\n")));
            all.add(of(KIND, "to-lf-" + transfer.text(), form, toLf()));
            all.add(
                    of(
                            KIND,
                            "series-" + transfer.text(),
                            form,
                            changed(),
                            added("one\r\ntwo\r\n")));
            all.add(
                    of(
                            KIND,
                            "lone-in-message-" + transfer.text(),
                            form,
                            Commit.of("berth: x\n\nThe prompt is\ra\rb.\n\nWords.\n")));
        }
        all.add(
                of(
                                KIND,
                                "every-line-of-base64",
                                MailForm.PLAIN.with(Transfer.BASE64).with(LineEnds.CRLF),
                                Commit.of(MESSAGE))
                        .misreadByGit());
        all.add(
                of(
                                KIND,
                                "every-line-of-quoted",
                                MailForm.PLAIN.with(Transfer.QUOTED_PRINTABLE).with(LineEnds.CRLF),
                                Commit.of(MESSAGE))
                        .misreadByGit());
        all.add(
                of(
                        KIND,
                        "every-line-of-an-archive",
                        MailForm.PLAIN.with(LineEnds.CRLF).with(Door.ARCHIVE),
                        Commit.of(MESSAGE)));
        all.add(
                of(KIND, "bare-in-an-archive", MailForm.PLAIN.with(Door.ARCHIVE), changed())
                        .misreadByGit());
        return all;
    }

    private static Commit changed() {
        var before = BaseTree.lines(BaseTree.LIST);
        return Commit.of(
                MESSAGE, "docs/dos.txt", BaseTree.crlf(before.replace(" 10 of", " ten of")));
    }

    private static Commit toLf() {
        return Commit.of(MESSAGE, "docs/dos.txt", BaseTree.lines(BaseTree.LIST));
    }

    private static Commit added(String content) {
        return Commit.of(MESSAGE, "docs/new.txt", content);
    }
}
