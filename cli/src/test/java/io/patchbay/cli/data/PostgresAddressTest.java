package io.patchbay.cli.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.server.Refusal;

import org.junit.jupiter.api.Test;

import java.util.Map;

class PostgresAddressTest {

    @Test
    void userAndPasswordComeFromTheQueryAndOtherParametersStay() {
        var server =
                PostgresAddress.parse(
                        "jdbc:postgresql://db:5432/patchbay?user=ann&ssl=true&password=a%26b",
                        Map.of());

        assertThat(server.url()).isEqualTo("jdbc:postgresql://db:5432/patchbay?ssl=true");
        assertThat(server.user()).isEqualTo("ann");
        assertThat(server.password()).isEqualTo("a&b");
    }

    @Test
    void theEnvironmentKeepsThePasswordOutOfTheListOfProcesses() {
        var server =
                PostgresAddress.parse(
                        "jdbc:postgresql://db/patchbay",
                        Map.of("PGUSER", "ann", "PGPASSWORD", "secret"));

        assertThat(server.url()).isEqualTo("jdbc:postgresql://db/patchbay");
        assertThat(server.user()).isEqualTo("ann");
        assertThat(server.password()).isEqualTo("secret");
        assertThat(server.toString()).doesNotContain("secret");
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThatThrownBy(() -> PostgresAddress.parse("mysql://db/patchbay", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "jdbc:postgresql://HOST:PORT/NAME, not 'mysql://db/patchbay'");
    }
}
