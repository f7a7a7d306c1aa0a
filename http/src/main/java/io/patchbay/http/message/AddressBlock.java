package io.patchbay.http.message;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The addresses that one client can choose from, for what one client may take: an IPv4 address, or
 * the 64 bits of an IPv6 address that a network gives to a machine (RFC 4291 §2.5.4), which has all
 * addresses behind them.
 *
 * @param name the same for all addresses of a block
 */
public record AddressBlock(String name) {

    private static final int PREFIX = 8;
    private static final int LONGEST = 64;

    /**
     * @param address as a socket or a proxy wrote it; what is no address is a block by itself
     */
    public static AddressBlock of(String address) {
        if (address.indexOf(':') < 0) {
            return new AddressBlock(cut(address));
        }
        try {
            return of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return new AddressBlock(cut(address));
        }
    }

    public static AddressBlock of(InetAddress address) {
        return address instanceof Inet6Address
                ? new AddressBlock(
                        HexFormat.of().formatHex(address.getAddress(), 0, PREFIX) + "/64")
                : new AddressBlock(address.getHostAddress());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
