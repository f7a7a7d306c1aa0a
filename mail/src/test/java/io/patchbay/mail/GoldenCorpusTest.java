package io.patchbay.mail;

import io.patchbay.testing.SharedData;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** The 2,000 mails whose stored headers are known byte for byte. */
class GoldenCorpusTest {

    @Test
    void headersContentAndDiffOfEveryMailAreStoredLikePatchworkStoresThem() {
        var mails = Mboxrd.split(SharedData.bytes("golden/corpus-2k.mbox.gz"));
        var rows = JsonValue.lines(SharedData.text("golden/corpus-2k.expected.jsonl.gz"));

        var reference = new Reference("qemu-devel", "qemu-devel@nongnu.org");
        for (int index = 0; index < rows.size(); index++) {
            reference.compare(
                    String.valueOf(index), rows.get(index), Mail.readArchived(mails.get(index)));
        }

        reference.differences().expectOnly(Set.of(), 12_000);
    }
}
