package io.patchbay.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process takes, by its memory and its descriptors, and who counts as one client. */
final class HttpLimitsTest {

    @ParameterizedTest
    @CsvSource({
        // heap in MB, descriptors; bodies at once in MB, of one address; connections, of one
        // address
        "   64,    1024,    4,  4,  256,   64",
        "  256,    1024,   16,  4,  512,  128",
        "  256,   20000,   16,  4, 1024,  256",
        "  256,     400,   16,  4,  200,   50",
        " 1024, 1048576,   64, 16, 4096, 1024",
        "16384, 1048576,  128, 32, 8192, 2048",
        "   16,    1024,    4,  4,   64,   16",
    })
    void limitsFollowMemoryAndDescriptors(
            int heap, int descriptors, int bodies, int bodiesOfOne, int connections, int ofOne) {
        var limits = HttpLimits.of((long) heap << 20, descriptors);

        assertThat(limits.bytesAtOnce()).isEqualTo((long) bodies << 20);
        assertThat(limits.bytesOfOne()).isEqualTo((long) bodiesOfOne << 20);
        assertThat(limits.connections()).isEqualTo(connections);
        assertThat(limits.connectionsOfOne()).isEqualTo(ofOne);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,             127.0.0.1,                 true",
        "127.0.0.1,             127.0.0.2,                 false",
        "2001:db8:0:1::1,       2001:db8:0:1:ffff::2,      true",
        "2001:db8:0:1::1,       2001:0DB8:0000:0001::1,    true",
        "2001:db8:0:1::1,       2001:db8:0:2::1,           false",
        "::ffff:192.0.2.1,      192.0.2.1,                 true",
        "unknown,               unknown,                   true",
        "192.0.2.1:4711,        192.0.2.1:4712,            false",
        "_hidden,               unknown,                   false",
    })
    void addressesOfOneNetworkAreOneClient(String one, String other, boolean same) {
        assertThat(AddressBlock.of(one).equals(AddressBlock.of(other))).isEqualTo(same);
    }

    @Test
    void whatIsNoAddressIsHeldShort() {
        assertThat(AddressBlock.of("x".repeat(30_000)).name()).hasSize(64);
    }
}
