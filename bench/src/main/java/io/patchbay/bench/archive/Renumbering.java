package io.patchbay.bench.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Turns a mail into another one of the same shape: Message-IDs and the references between them get
 * the number of the round in front, so that threads stay whole and no id comes twice. Subjects and
 * the files of diffs get a mark of the round too, so that names and hashes are as various as those
 * of real patches.
 */
final class Renumbering {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String[] KINDS = {
        "grey",
        "white",
        "crested",
        "lesser",
        "greater",
        "black",
        "arctic",
        "common",
        "spotted",
        "little",
        "purple",
        "ruddy",
        "golden",
        "sooty",
        "northern",
        "slender",
        "ringed"
    };
    private static final String[] BIRDS = {
        "heron",
        "tern",
        "gull",
        "plover",
        "curlew",
        "godwit",
        "knot",
        "dunlin",
        "eider",
        "scoter",
        "smew",
        "gannet",
        "shag",
        "petrel",
        "skua",
        "puffin",
        "razorbill",
        "guillemot",
        "avocet",
        "turnstone",
        "whimbrel",
        "redshank",
        "spoonbill",
        "bittern",
        "osprey",
        "kittiwake",
        "coot"
    };
    private static final byte[] NEW_FILE = ascii("\n+++ b/");

    private final byte[] mark;
    private final byte[] subjectMark;
    private final String listId;
    private final byte[] senderMark;

    /**
     * @param listId the list that all mails are on from now
     * @param sender distinguishes the senders of this round from those of others, 0 leaves them
     */
    Renumbering(int round, String listId, int sender) {
        this.mark = ascii("r" + round + ".");
        this.subjectMark =
                ascii(
                        round == 0
                                ? ""
                                : ", for the %s %s %d"
                                        .formatted(
                                                KINDS[round % KINDS.length],
                                                BIRDS[round % BIRDS.length],
                                                round));
        this.listId = listId;
        this.senderMark = ascii(sender == 0 ? "" : "+" + sender);
    }

    /** The mail with its date, where it has one, replaced. */
    byte[] apply(byte[] mail, Instant date) {
        var result = new ByteArrayOutputStream(mail.length + 256);
        write(result, "List-Id: <" + listId + ">\n");
        int at = 0;
        while (at < mail.length && !isLineEnd(mail, at)) {
            int end = endOfField(mail, at);
            switch (nameOf(mail, at, end)) {
                case "message-id", "in-reply-to", "references" -> copyMarked(mail, at, end, result);
                case "from" -> copySender(mail, at, end, result);
                case "subject" -> copySubject(mail, at, end, result);
                case "date" -> write(result, "Date: " + DATE.format(date) + "\n");
                case "list-id", "x-mailing-list", "x-list" -> {}
                default -> result.write(mail, at, end - at);
            }
            at = end;
        }
        copyBody(mail, at, result);
        return result.toByteArray();
    }

    private void copyMarked(byte[] mail, int start, int end, ByteArrayOutputStream target) {
        for (int at = start; at < end; at++) {
            target.write(mail[at]);
            if (mail[at] == '<') {
                target.writeBytes(mark);
            }
        }
    }

    /** Marks what stands before the at sign of an address in angle brackets. */
    private void copySender(byte[] mail, int start, int end, ByteArrayOutputStream target) {
        boolean inAddress = false;
        for (int at = start; at < end; at++) {
            if (mail[at] == '<') {
                inAddress = true;
            } else if (mail[at] == '@' && inAddress) {
                target.writeBytes(senderMark);
                inAddress = false;
            }
            target.write(mail[at]);
        }
    }

    private void copySubject(byte[] mail, int start, int end, ByteArrayOutputStream target) {
        int last = end;
        while (last > start && isLineEnd(mail, last - 1)) {
            last--;
        }
        target.write(mail, start, last - start);
        target.writeBytes(subjectMark);
        target.write(mail, last, end - last);
    }

    /** The files that a diff makes or changes are in a folder of the round's own. */
    private void copyBody(byte[] mail, int start, ByteArrayOutputStream target) {
        int at = start;
        for (int i = start; i + NEW_FILE.length <= mail.length; i++) {
            int end = i + NEW_FILE.length;
            if (mail[i] == '\n' && Arrays.equals(mail, i, end, NEW_FILE, 0, NEW_FILE.length)) {
                target.write(mail, at, end - at);
                target.writeBytes(mark);
                at = end;
            }
        }
        target.write(mail, at, mail.length - at);
    }

    private static boolean isLineEnd(byte[] mail, int at) {
        return mail[at] == '\n' || mail[at] == '\r';
    }

    /** Behind the last of the field's lines; lines that go on begin with a blank. */
    private static int endOfField(byte[] mail, int start) {
        int at = start;
        do {
            while (at < mail.length && mail[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, mail.length);
        } while (at < mail.length && (mail[at] == ' ' || mail[at] == '\t'));
        return at;
    }

    private static String nameOf(byte[] mail, int start, int end) {
        int colon = start;
        while (colon < end && mail[colon] != ':') {
            colon++;
        }
        return new String(mail, start, colon - start, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    private static void write(ByteArrayOutputStream target, String line) {
        target.writeBytes(ascii(line));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
