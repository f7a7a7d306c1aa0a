package io.patchbay.mail.diff;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobIdsTest {

    /** {@code printf 'gr\303\274n\n' | git hash-object --stdin}, and the same in Latin-1. */
    private static final String DIFF =
            """
            diff --git a/tide.c b/tide.c
            new file mode 100644
            index %s
            --- /dev/null
            +++ b/tide.c
            @@ -0,0 +1 @@
            +grün
            """;

    @ParameterizedTest
    @CsvSource({
        "0000000..UTF8, true, false",
        "0000000..LATIN1, false, true",
        "0000000..UTF8 100644, true, false",
        // What programs and broken disks make of such a line.
        "000 000..UTF8, true, false",
        "' ..UTF8', true, false",
        "0000000..,     false, false",
        "0000000.. UTF8, false, false",
        "..,            false, false",
        "0000000,       false, false",
    })
    void anIdTellsInWhichBytesTheFileIs(String index, boolean utf8, boolean latin1) {
        var diff =
                DIFF.formatted(index.replace("UTF8", "b168a61f3b").replace("LATIN1", "89b04f6055"));

        assertThat(BlobIds.tell(diff, UTF_8)).isEqualTo(utf8);
        assertThat(BlobIds.tell(diff, ISO_8859_1)).isEqualTo(latin1);
    }
}
