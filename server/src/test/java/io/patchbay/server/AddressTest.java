package io.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void hostAndPortAreParted() {
        assertThat(Address.parse("127.0.0.1:8000")).isEqualTo(new Address("127.0.0.1", 8000));
    }

    @Test
    void anIpv6NumberStandsInBrackets() {
        var address = Address.parse("[::1]:80");

        assertThat(address).isEqualTo(new Address("::1", 80));
        assertThat(address).hasToString("[::1]:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8000", ":8000", "host", "host:", "host:x", "host:65536", "host:-1", ""})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected HOST:PORT such as 127.0.0.1:8000, but this is '%s'", text);
    }
}
