package io.patchbay.notify;

import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes our mail.
 *
 * @param login null for one that asks for none
 */
public record SmtpServer(String host, int port, Encryption encryption, @Nullable Login login) {

    /** How what is said to it is kept from others. */
    public enum Encryption {
        /** Whether it is encrypted is up to the server, and its certificate is not looked at. */
        IF_OFFERED,
        /** It begins in the clear, and goes on encrypted or not at all. */
        STARTTLS,
        /** From the first byte, as on port 465. */
        TLS
    }

    /** By what the server knows us. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    public SmtpServer {
        if (login != null && encryption == Encryption.IF_OFFERED) {
            throw new IllegalArgumentException(
                    "a password is only told to a server over an encrypted connection; choose"
                            + " STARTTLS or TLS");
        }
    }
}
