package io.patchbay.mail;

import io.patchbay.testing.SharedData;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;

/** Reads the archives of real lists and compares with what Patchwork stored for each mail. */
class RealListsTest {

    private static final Map<String, Set<String>> WANTED =
            Map.of(
                    // A line of the message begins with "diff ".
                    "linux-aspeed-2026",
                    Set.of("170 content", "170 diff", "170 hash"),
                    "openwrt-devel-2019",
                    Set.of(
                            // A subject in bare UTF-8: Patchwork stores replacement characters.
                            "509 name",
                            // As in the other list.
                            "1635 content",
                            "1635 diff",
                            "1635 hash",
                            // A file follows a binary one.
                            "2712 content",
                            "2712 diff",
                            // The output of git format-patch is attached.
                            "253 content",
                            "253 diff",
                            "253 hash",
                            "869 content",
                            // format=flowed: Patchwork leaves stuffing and soft line breaks in
                            // (RFC 3676).
                            "953 content",
                            "953 diff",
                            "953 hash",
                            "1703 diff",
                            "1703 hash",
                            "1704 content",
                            "1704 diff",
                            "1704 hash",
                            "1705 content",
                            "1705 diff",
                            "1705 hash",
                            "1856 diff",
                            "1856 hash",
                            "1857 content",
                            "1857 diff",
                            "1857 hash",
                            "1858 content",
                            "1858 diff",
                            "1858 hash",
                            "1925 content",
                            "1925 diff",
                            "1925 hash"));

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
