package io.patchbay.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class TableTest {

    @Test
    void columnsStandUnderTheirHeadings() {
        var out = new ByteArrayOutputStream();

        new Table("page", "requests/s")
                .row("patch", Table.number(12_345.6))
                .row("list of 100", Table.number(0.123456))
                .print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        page         requests/s
                        patch            12,346
                        list of 100       0.123
                        """);
    }
}
