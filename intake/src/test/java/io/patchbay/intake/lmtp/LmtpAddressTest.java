package io.patchbay.intake.lmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class LmtpAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/run/lmtp.sock", "unix:/run/lmtp.sock"})
    void aPathIsASocket(String text) {
        assertThat(LmtpAddress.parse(text))
                .isEqualTo(new LmtpAddress.Unix(Path.of("/run/lmtp.sock")));
    }

    @ParameterizedTest
    @CsvSource({
        "24, 127.0.0.1:24",
        ":24, 127.0.0.1:24",
        "mail.example.org:2424, mail.example.org:2424",
        "[::1]:24, [::1]:24"
    })
    void aPortIsOfThisMachineUnlessAHostIsNamed(String text, String expected) {
        assertThat(LmtpAddress.parse(text)).hasToString(expected);
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> LmtpAddress.parse("mail.example.org"))
                .hasMessageContaining("'mail.example.org'");
        assertThatThrownBy(() -> LmtpAddress.parse("99999")).hasMessageContaining("99999");
    }
}
