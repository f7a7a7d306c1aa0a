package io.patchbay.tracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathGlobTest {

    @ParameterizedTest
    @CsvSource({
        "drivers/*, drivers/net/a.c",
        "*.c, drivers/net/a.c",
        "drivers/?.c, drivers/a.c",
        "*net*, drivers/net/a.c",
        "a*b*c, aXbYbZc",
        "[ab].c, a.c",
        "[a-c].c, b.c",
        "[!a-c].c, d.c",
        "[]].c, ].c",
        "[!]].c, a.c",
        "[a-].c, -.c",
        "[-a].c, -.c",
        "[a.c, [a.c",
        "**.c, x.c",
        "a**, a",
        "a+(b).c, a+(b).c"
    })
    void matches(String glob, String path) {
        assertThat(new PathGlob(glob).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "drivers/*, fs/a.c",
        "*.c, a.cc",
        "drivers, drivers/a.c",
        "Drivers/*, drivers/a.c",
        "?, ''",
        "a?, a",
        "[ab].c, c.c",
        "[z-a].c, b.c",
        "[!a-c].c, b.c",
        "[a.c, a.c",
        "a*b*c, aXbY",
        "a.c, abc"
    })
    void doesNotMatch(String glob, String path) {
        assertThat(new PathGlob(glob).matches(path)).isFalse();
    }
}
