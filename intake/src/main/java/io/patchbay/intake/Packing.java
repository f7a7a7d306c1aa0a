package io.patchbay.intake;

import io.patchbay.intake.source.Arrival;
import io.patchbay.tracker.mails.MailDigest;
import io.patchbay.tracker.mails.MailKeeping.Parcel;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** How the bytes of a mail are kept: in zlib's form (RFC 1950), known by their digest. */
final class Packing {

    private Packing() {}

    /**
     * @param listId the list it is filed under whatever its headers say
     */
    static Parcel pack(Arrival.Raw mail, @Nullable String listId) {
        return new Parcel(
                digest(mail, listId),
                mail.form() == Arrival.Form.ARCHIVED,
                listId,
                mail.origin(),
                subjectOf(mail),
                mail.bytes().length,
                packed(mail.bytes()));
    }

    /** A mail that is not to be had, known by where it should be. */
    static Parcel nothing(String origin, @Nullable String listId) {
        return new Parcel(
                MailDigest.of(("nothing at " + origin).getBytes(StandardCharsets.UTF_8), listId),
                false,
                listId,
                origin,
                "",
                0,
                packed(new byte[0]));
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        // The usual level packs a tenth smaller and takes three times as long.
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var deflating = new DeflaterOutputStream(packed, deflater)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    static byte[] unpack(byte[] packed) {
        try (var inflating = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflating.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a kept mail is damaged in the store", e);
        }
    }

    static String digest(Arrival.Raw mail, @Nullable String listId) {
        return MailDigest.of(mail.bytes(), listId);
    }

    /** For people who look for a mail; empty where it cannot be told. */
    private static String subjectOf(Arrival.Raw mail) {
        try {
            return mail.read().cleaned("Subject").orElse("");
        } catch (RuntimeException | StackOverflowError e) {
            // It is in trouble for this already, and says so elsewhere.
            return "";
        }
    }
}
