package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Names of header fields in other letters, capital or small, than most programs write. */
final class HeaderSpellings {

    private static final String KIND = "K23";

    private HeaderSpellings() {}

    static List<SentSeries> all() {
        var spellings =
                Map.<String, UnaryOperator<String>>of(
                        "first-capital",
                        HeaderSpellings::firstCapital,
                        "small",
                        name -> name.toLowerCase(Locale.ROOT),
                        "capital",
                        name -> name.toUpperCase(Locale.ROOT));
        var all = new ArrayList<SentSeries>();
        spellings.forEach((name, spelling) -> {
            for (var transfer : Transfer.values()) {
                var form = MailForm.PLAIN.with(transfer).spelt(spelling);
                var row = name + "-" + transfer.text();
                all.add(of(KIND, row, form, says("Schöner – öfter.")));
                all.add(of(KIND, row + "-latin-1", form.in("iso-8859-1"), says("Schöner.")));
                all.add(of(KIND, row + "-part", form.asPart(), says("Schöner – öfter.")));
            }
        });
        return all;
    }

    private static String firstCapital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Commit says(String words) {
        return Commit.of(
                "berth: x=20\n\n" + words + "\n\nSigned-off-by: Ann Quay <ann@example.com>\n",
                "src/berth.c",
                BaseTree.BERTHS.replace("berth_10;", "berth_10 = 10;"));
    }
}
