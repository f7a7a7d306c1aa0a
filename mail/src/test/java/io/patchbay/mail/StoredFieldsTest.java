package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.Bytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;

/** Fields that go into an mbox without being taken apart are what they were if they had been. */
class StoredFieldsTest {

    private static final int BLOCKS = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A: b",
                "A: b\nC: d",
                "A: b\n\tc\n d\nE: ",
                "A: \n b",
                "A: \nB: c",
                "A: b \nC: d\t",
                "A: b\n \n c",
                "A:b\nC:  d\nE:\tf\nG:",
                "no field\nA: b",
                "A: b\n\nC: d",
                " c\nA: b",
                "From x\nA: b",
                "A: b\nFrom x\nC: d",
                ": a\nB: c",
                "A: b\r\nC: d\re: f\r g",
                "A: b\n",
                "A: =?utf-8?q?b?=\n =?unknown-8bit?q?r=C3=A9w?=\nB: c=?d",
                "A: Zoë\nB: c\nC: =?x",
                "A: tab\tin\tit\nB: \u007f\u0001",
                "A=?: b"
            })
    void eachBlockIsWrittenAsIfItWereReadAndFolded(String stored) {
        assertThat(copied(stored)).isEqualTo(folded(stored));
    }

    @Test
    void aLineMayHave78Characters() {
        for (int length = 70; length < 82; length++) {
            var word = "x".repeat(length / 2) + " " + "y".repeat(length - length / 2);
            var stored = "A: " + word + "\n " + word + "\nB: c";

            assertThat(copied(stored)).isEqualTo(folded(stored));
        }
    }

    @Test
    void anyBlockIs() {
        long seed = 20260302;
        var random = new Random(seed);
        var pieces =
                new String[] {
                    "A",
                    "Bc",
                    ":",
                    ": ",
                    " ",
                    "\n",
                    "\n ",
                    "\n\t",
                    "\r",
                    "=?",
                    "?=",
                    "é",
                    "\t",
                    "x".repeat(30),
                    "From ",
                    "=?utf-8?q?=C3=A9?=",
                    "\nD: e"
                };
        for (int block = 0; block < BLOCKS; block++) {
            var stored = new StringBuilder("A: b");
            for (int piece = random.nextInt(12); piece > 0; piece--) {
                stored.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(copied(stored.toString()))
                    .as("seed %d, block %d: %s", seed, block, stored)
                    .isEqualTo(folded(stored.toString()));
        }
    }

    @Test
    void fieldsAreFoundByNameInWhateverCase() {
        var fields = new StoredFields("Date: now\nX-Date: then\ndate: again\n Date: no");
        var found = new ArrayList<String>();

        while (fields.next()) {
            if (fields.isNamed("DATE")) {
                found.add(fields.value());
            }
        }

        assertThat(found).containsExactly("now", "again\n Date: no");
    }

    private static String copied(String stored) {
        var mail = new Bytes(16);
        var fields = new StoredFields(stored);
        while (fields.next()) {
            fields.foldInto(mail);
        }
        return new String(mail.toArray(), UTF_8);
    }

    private static String folded(String stored) {
        return StoredHeaders.parse(stored).stream()
                .map(header -> StoredHeaders.fold(header) + "\n")
                .collect(Collectors.joining());
    }
}
