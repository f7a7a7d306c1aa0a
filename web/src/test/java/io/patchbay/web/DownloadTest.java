package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {

    @ParameterizedTest
    @CsvSource({
        "'[v2,1/2] first', v2-1-2-first",
        "'über: a_b.c -- d', ber-a_b.c----d",
        "'---', ''"
    })
    void aNameBecomesAFileName(String name, String fileName) {
        assertThat(Download.fileName(name)).isEqualTo(fileName);
    }
}
