package io.patchbay.mail;

import io.patchbay.testing.SharedData;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;

/** Reads the archives of real lists and compares with what Patchwork stored for each mail. */
class RealListsTest {

    private static final Map<String, Set<String>> WANTED =
            // A subject in bare UTF-8: Patchwork stores replacement characters.
            Map.of("openwrt-devel-2019", Set.of("509 name"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-aspeed-2026",
                "linux-pwm-2026",
                "netfilter-devel-2026",
                "openwrt-devel-2019",
                "uboot-stm32-2019"
            })
    void everyMailIsReadLikePatchworkReadsIt(String list) {
        var mails = Mboxrd.split(SharedData.bytes("data/lists/" + list + ".mbox.gz"));
        var outcomes =
                JsonValue.parse(SharedData.text("data/lists/" + list + ".expected.json.gz"))
                        .get("outcomes")
                        .items();

        var reference = new Reference("a link name that no subject has", "nobody@example.org");
        for (int index = 0; index < outcomes.size(); index++) {
            reference.compare(
                    String.valueOf(index),
                    outcomes.get(index),
                    Mail.readArchived(mails.get(index)));
        }

        reference
                .differences()
                .expectOnly(WANTED.getOrDefault(list, Set.of()), 4 * outcomes.size());
    }
}
