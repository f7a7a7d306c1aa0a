package io.patchbay.tracker.accounts;

import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that is done when a link is followed that an address was mailed (web-ui §8).
 *
 * @param user whom it is about, null for those without an account
 * @param open false once it was followed
 */
public record Confirmation(
        long id, Kind kind, String email, @Nullable User user, Instant asked, boolean open) {

    /** What following the link does. */
    public enum Kind {
        /** Lets a new user sign in. */
        REGISTRATION(Duration.ofDays(7)),
        /** Makes a user the owner of what the address wrote. */
        USERPERSON(Duration.ofDays(7)),
        OPTOUT(Duration.ofDays(7)),
        OPTIN(Duration.ofDays(7)),
        /** Lets a user choose another password. */
        PASSWORD(Duration.ofDays(1));

        private final Duration validity;

        Kind(Duration validity) {
            this.validity = validity;
        }

        /** How long the link can be followed. */
        public Duration validity() {
            return validity;
        }

        /** The word under which it is stored. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isExpired(Instant now) {
        return asked.plus(kind.validity).isBefore(now);
    }
}
