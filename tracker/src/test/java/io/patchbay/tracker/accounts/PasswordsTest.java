package io.patchbay.tracker.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.Passwords.Weakness;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {

    @Test
    void aHashedPasswordMatchesItselfOnly() {
        var hash = Passwords.hash("pässword");

        assertThat(hash).startsWith("argon2$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Passwords.matches("pässword", hash)).isTrue();
        assertThat(Passwords.matches("password", hash)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(Passwords.hash("same")).isNotEqualTo(Passwords.hash("same"));
    }

    @Test
    void anImportedHashMatches() {
        var hash = "pbkdf2_sha256$1000$saltsalt$6h4IQHL9HWR81h+An2xpgQd08jjehAg7eLRyOAYi/os=";

        assertThat(Passwords.matches("pässword", hash)).isTrue();
        assertThat(Passwords.matches("password", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!random",
                "md5$salt$00",
                "pbkdf2_sha256$1000",
                "pbkdf2_sha256$x$y$z",
                "pbkdf2_sha256$0$y$AAAA",
                "argon2$argon2id$v=19$m=1",
                "argon2$nonsense"
            })
    void whatIsNoHashMatchesNothing(String stored) {
        assertThat(Passwords.matches("", stored)).isFalse();
        assertThat(Passwords.matches(stored, stored)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', SHORTER",
        "s3vench, SHORTER",
        "1234567, SHORTER",
        "12345678, DIGITS_ONLY",
        "٠١٢٣٤٥٦٧, DIGITS_ONLY",
        "1234567a,",
        "pässword,",
        "'        ',",
    })
    void aNewOneIsLongEnoughAndNoNumber(String password, @Nullable Weakness weakness) {
        assertThat(Passwords.weakness(password)).isEqualTo(weakness);
    }
}
