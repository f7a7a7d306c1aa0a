package io.patchbay.mail;

import io.patchbay.testing.SharedData;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The 2,000 mails whose stored headers are known byte for byte. */
class GoldenCorpusTest {

    /** A file follows a binary one: Patchwork leaves lines of its header in the text. */
    private static final Set<String> WANTED =
            Stream.of(
                            28, 509, 701, 793, 799, 805, 813, 898, 901, 902, 1024, 1287, 1298, 1301,
                            1302, 1570, 1664, 1711, 1846)
                    .flatMap(mail -> Stream.of(mail + " content_sha", mail + " diff_sha"))
                    .collect(Collectors.toSet());

    @Test
    void headersContentAndDiffOfEveryMailAreStoredLikePatchworkStoresThem() {
        var mails = Mboxrd.split(SharedData.bytes("golden/corpus-2k.mbox.gz"));
        var rows = JsonValue.lines(SharedData.text("golden/corpus-2k.expected.jsonl.gz"));

        var reference = new Reference("qemu-devel", "qemu-devel@nongnu.org");
        for (int index = 0; index < rows.size(); index++) {
            reference.compare(
                    String.valueOf(index), rows.get(index), Mail.readArchived(mails.get(index)));
        }

        reference.differences().expectOnly(WANTED, 12_000);
    }
}
