package io.patchbay.http.message;

import java.time.Duration;

/**
 * A cookie to set, for the whole site and with {@code SameSite=Lax}.
 *
 * @param lifetime zero removes it
 * @param httpOnly hidden from scripts
 * @param secure for TLS only
 */
public record Cookie(
        String name, String value, Duration lifetime, boolean httpOnly, boolean secure) {

    public String line() {
        return name
                + "="
                + value
                + "; Max-Age="
                + lifetime.toSeconds()
                + "; Path=/"
                + (httpOnly ? "; HttpOnly" : "")
                + "; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
