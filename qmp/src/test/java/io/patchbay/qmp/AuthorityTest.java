package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** Which commands a list of globs lets through. */
class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "query-*, query-status, true",
        "query-*, query-, true",
        "query-*, queryx, false",
        "*, anything, true",
        "*-add, monitor-add, true",
        "*-add, monitor-add-not, false",
        "*o*-*d, monitor-add, true",
        "stop, stop, true",
        "stop, stopp, false",
        "a*b*c, abcbc, true",
        "a*b*c, acb, false"
    })
    void aStarStandsForAnyCharacters(String glob, String command, boolean allowed) {
        assertThat(of(glob).allows(command)).isEqualTo(allowed);
    }

    @Test
    void withoutGlobsEverythingIsAllowedAndWithAnEmptyListNothing() {
        assertThat(Authority.FULL.allows("quit")).isTrue();
        assertThat(of().allows("quit")).isFalse();
    }

    @Test
    void aNarrowAuthorityIsHandedOnOrNarrowedFurther() {
        var own = of("query-*", "stop");

        assertThat(own.delegate(Optional.empty())).isEqualTo(own);
        assertThat(own.delegate(Optional.of(List.of("query-status", "query-c*", "stop"))))
                .isEqualTo(of("query-status", "query-c*", "stop"));
        assertThatThrownBy(() -> own.delegate(Optional.of(List.of("q*"))))
                .isInstanceOf(QmpError.class)
                .hasMessageContaining("'q*' is not within query-*, stop");
    }

    private static Authority of(String... globs) {
        return new Authority(Optional.of(List.of(globs)));
    }
}
