package io.patchbay.tracker.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords are kept as hashes {@code algorithm$…} in Django's notation: Argon2id for new ones,
 * PBKDF2 for those that were imported from a Patchwork.
 */
public final class Passwords {

    /** Of a new one, in characters. */
    public static final int SHORTEST = 8;

    // OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19 << 10;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String ARGON2 = "argon2$";
    private static final String PBKDF2 = "pbkdf2_sha256$";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Why a text cannot be chosen as a password. One that was imported may be like that. */
    public enum Weakness {
        /** Than {@link #SHORTEST}. */
        SHORTER,
        DIGITS_ONLY
    }

    private Passwords() {}

    /** Null if it can be chosen. */
    public static @Nullable Weakness weakness(String password) {
        if (password.length() < SHORTEST) {
            return Weakness.SHORTER;
        }
        return password.chars().allMatch(Character::isDigit) ? Weakness.DIGITS_ONLY : null;
    }

    /** Takes some 40 ms, on purpose. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
        // The library's result starts with a $, Django's notation does not.
        return "argon2" + argon2.hash(password.getBytes(UTF_8), salt).getResult();
    }

    /**
     * Whether this is the password. Something that is no hash, such as Django's {@code !} of users
     * without a password, matches nothing.
     */
    public static boolean matches(String password, String stored) {
        try {
            if (stored.startsWith(ARGON2)) {
                var hash = stored.substring(ARGON2.length() - 1);
                return Argon2Function.getInstanceFromHash(hash).check(password, hash);
            }
            return stored.startsWith(PBKDF2)
                    && matchesPbkdf2(password, stored.substring(PBKDF2.length()).split("\\$"));
        } catch (IllegalArgumentException broken) {
            // It came from elsewhere and is no hash: nobody signs in with it.
            return false;
        }
    }

    private static boolean matchesPbkdf2(String password, String[] iterationsSaltHash) {
        if (iterationsSaltHash.length != 3) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(iterationsSaltHash[2]);
        var key =
                new PBEKeySpec(
                        password.toCharArray(),
                        iterationsSaltHash[1].getBytes(UTF_8),
                        Integer.parseInt(iterationsSaltHash[0]),
                        expected.length * 8);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded();
            return MessageDigest.isEqual(hash, expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
        }
    }
}
