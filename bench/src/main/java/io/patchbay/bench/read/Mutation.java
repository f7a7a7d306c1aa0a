package io.patchbay.bench.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Damage to a mail, the same for the same seed and number. */
final class Mutation {

    private static final int LONGEST_MAIL = 2 << 20;
    private static final int MOST_AT_ONCE = 6;

    private static final String[] CHARSETS = {
        "utf-8", "utf-7", "utf-16", "utf-32", "us-ascii", "iso-8859-1", "iso-2022-jp",
                "iso-2022-kr",
        "gb2312", "hz-gb-2312", "big5", "koi8-r", "windows-1252", "x-unknown", "unknown-8bit", "",
        "utf-8\"; x=\"", "cp037"
    };

    private static final String[] ENCODINGS = {
        "base64", "quoted-printable", "7bit", "8bit", "binary", "x-uuencode", "uue", "x-nothing", ""
    };

    private static final String[] WORDS = {
        "=?utf-8?q?=C3=A9?=",
        "=?utf-8?b?w6k=?=",
        "=?utf-8?b?w6?=",
        "=?utf-8?q?=E9?=",
        "=?x?q?a?=",
        "=?utf-8?",
        "?=",
        "=?iso-2022-jp?b?GyRC?=",
        "<a@b>",
        "<",
        ">",
        "\"",
        "(",
        ")",
        "\\",
        ",",
        ";",
        "[PATCH 1/2]",
        "[PATCH v99999999999 1/0]",
        "[PATCH 1 of 2]",
        "Re: ",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\0",
        "\t",
        "\u000b",
        "\f",
        "\u0085",
        "\u00ff",
        "\u00c3\u00a9",
        "\u00e2\u0080\u00a8",
        "From x\n",
        ">From x\n",
        "--- a/x\n",
        "+++ b/x\n",
        "@@ -1 +1 @@\n",
        "@@ -1,99999999999999999999 +1,2 @@\n",
        "@@ -0,0 +1,2147483647 @@\n",
        "diff --git a/x b/x\n",
        "GIT binary patch\n",
        "-- \n",
        "_____\n",
        "\\ No newline at end of file\n",
        "begin 644 x\n",
        "Content-Type: multipart/mixed; boundary=x\n",
        "Content-Type: message/rfc822\n",
        "Content-Type: text/x-patch\n",
        "Content-Transfer-Encoding: base64\n",
        "Date: Tue, 99 Xyz 99999 99:99:99 +9999\n",
        "Depends-on: <a@b>\n"
    };

    private final RandomGenerator random;
    private final List<byte[]> mails;
    private final StringBuilder mail;

    private Mutation(List<byte[]> mails, RandomGenerator random) {
        this.mails = mails;
        this.random = random;
        this.mail = new StringBuilder(any());
    }

    /** The mail of this number. */
    static byte[] of(List<byte[]> mails, long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_000_007L + number);
        var mutation = new Mutation(mails, random);
        for (int times = random.nextInt(1, MOST_AT_ONCE + 1); times > 0; times--) {
            mutation.damage();
            mutation.mail.setLength(Math.min(mutation.mail.length(), LONGEST_MAIL));
        }
        return mutation.mail.toString().getBytes(ISO_8859_1);
    }

    /** Mostly few; sometimes beyond the limits. */
    private static int times(RandomGenerator random) {
        return switch (random.nextInt(40)) {
            case 0 -> 6_000;
            case 1, 2 -> 200;
            default -> random.nextInt(1, 8);
        };
    }

    private String repeated(String piece) {
        return piece.repeat(Math.min(times(random), 1 + LONGEST_MAIL / (1 + piece.length())));
    }

    private String any() {
        return new String(mails.get(random.nextInt(mails.size())), ISO_8859_1);
    }

    private void damage() {
        switch (random.nextInt(20)) {
            case 0, 1 -> flipBits();
            case 2 -> delete();
            case 3 -> repeat();
            case 4 -> swapPieces();
            case 5, 6 -> insertWords();
            case 7 -> mail.setLength(random.nextInt(mail.length() + 1));
            case 8 -> multiplyHeader();
            case 9 -> shuffleHeaders();
            case 10 -> replaceBehind("charset=", CHARSETS);
            case 11 -> replaceBehind("Content-Transfer-Encoding: ", ENCODINGS);
            case 12 -> spoilBoundaries();
            case 13 -> growLine();
            case 14 -> wrap();
            case 15 -> spoilBase64();
            case 16 -> growReferences();
            case 17 -> spoilHunks();
            case 18 -> changeLineEnds();
            default -> spliceAnother();
        }
    }

    private int place() {
        return random.nextInt(mail.length() + 1);
    }

    private int endOfPiece(int start, int longest) {
        return start + random.nextInt(Math.min(longest, mail.length() - start) + 1);
    }

    private void flipBits() {
        for (int times = random.nextInt(1, 30); times > 0 && !mail.isEmpty(); times--) {
            int at = random.nextInt(mail.length());
            mail.setCharAt(at, (char) (mail.charAt(at) ^ 1 << random.nextInt(8)));
        }
    }

    private void delete() {
        int start = place();
        mail.delete(start, endOfPiece(start, 3_000));
    }

    private void repeat() {
        int start = place();
        var piece = mail.substring(start, endOfPiece(start, 200));
        mail.insert(place(), repeated(piece));
    }

    private void swapPieces() {
        int start = place();
        int end = endOfPiece(start, 2_000);
        var piece = mail.substring(start, end);
        mail.delete(start, end);
        mail.insert(place(), piece);
    }

    private void insertWords() {
        for (int times = random.nextInt(1, 10); times > 0; times--) {
            var word = WORDS[random.nextInt(WORDS.length)];
            int inHeaders = Math.min(mail.length(), 4_000);
            int at = random.nextBoolean() ? place() : random.nextInt(inHeaders + 1);
            mail.insert(at, repeated(word));
        }
    }

    private int endOfHeaders() {
        int end = mail.indexOf("\n\n");
        return end < 0 ? mail.length() : end + 1;
    }

    private void multiplyHeader() {
        int start = mail.lastIndexOf("\n", random.nextInt(endOfHeaders() + 1)) + 1;
        int end = mail.indexOf("\n", start) + 1;
        if (end > start) {
            mail.insert(start, repeated(mail.substring(start, end)));
        }
    }

    private void shuffleHeaders() {
        int end = endOfHeaders();
        var lines = new ArrayList<>(List.of(mail.substring(0, end).split("(?<=\n)")));
        for (int at = lines.size() - 1; at > 0; at--) {
            lines.set(at, lines.set(random.nextInt(at + 1), lines.get(at)));
        }
        mail.replace(0, end, String.join("", lines));
    }

    private void replaceBehind(String words, String[] values) {
        int at = indexBehind(words);
        var value = values[random.nextInt(values.length)];
        if (at < 0) {
            mail.insert(
                    endOfHeaders(),
                    words.startsWith("charset")
                            ? "Content-Type: text/plain; charset=" + value + "\n"
                            : words + value + "\n");
            return;
        }
        int end = at;
        while (end < mail.length() && " ;\r\n".indexOf(mail.charAt(end)) < 0) {
            end++;
        }
        mail.replace(at, end, value);
    }

    /** Behind one of the occurrences, or -1. */
    private int indexBehind(String words) {
        int found = mail.indexOf(words, random.nextInt(mail.length() + 1));
        if (found < 0) {
            found = mail.indexOf(words);
        }
        return found < 0 ? -1 : found + words.length();
    }

    private void spoilBoundaries() {
        int at = indexBehind("boundary=");
        if (at < 0) {
            mail.insert(
                    endOfHeaders(),
                    "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\n--b\n");
            return;
        }
        int end = at;
        while (end < mail.length() && ";\r\n".indexOf(mail.charAt(end)) < 0) {
            end++;
        }
        var boundary = mail.substring(at, end).replace("\"", "");
        var line = "\n--" + boundary + (random.nextBoolean() ? "" : "--") + "\n";
        switch (random.nextInt(4)) {
            case 0 -> mail.insert(place(), repeated(line));
            case 1 -> {
                int cut = mail.lastIndexOf("--" + boundary);
                mail.delete(Math.max(0, cut), Math.min(mail.length(), cut + boundary.length() + 2));
            }
            case 2 -> mail.replace(at, end, "\"" + "x".repeat(random.nextInt(300)) + "\"");
            default ->
                    mail.insert(
                            place(),
                            line
                                    + "Content-Type: multipart/mixed; boundary=\""
                                    + boundary
                                    + "\"\n\n");
        }
    }

    private void growLine() {
        var filling = random.nextBoolean() ? "x" : WORDS[random.nextInt(WORDS.length)].strip();
        int length = random.nextInt(20) == 0 ? 1 << 20 : 1 << random.nextInt(8, 15);
        mail.insert(
                random.nextBoolean() ? place() : random.nextInt(endOfHeaders() + 1),
                filling.isEmpty() ? " " : filling.repeat(Math.max(1, length / filling.length())));
    }

    private void wrap() {
        int depth = Math.min(100, times(random));
        for (int level = 0; level < depth; level++) {
            mail.insert(
                    0,
                    random.nextBoolean()
                            ? "Content-Type: message/rfc822\n\n"
                            : "Content-Type: multipart/mixed; boundary=w%d\n\n--w%d\n\n"
                                    .formatted(level, random.nextInt(level + 1)));
        }
    }

    private void spoilBase64() {
        int at = indexBehind("base64\n\n");
        if (at < 0) {
            replaceBehind("Content-Transfer-Encoding: ", ENCODINGS);
            return;
        }
        for (int times = random.nextInt(1, 20); times > 0; times--) {
            int inside = Math.min(mail.length(), at + random.nextInt(400));
            mail.insert(inside, "=-_*\n\u00e9A".charAt(random.nextInt(7)));
        }
    }

    private void growReferences() {
        int at = indexBehind("References: ");
        var ids = new StringBuilder();
        for (int left = 2 * times(random); left > 0; left--) {
            ids.append('<').append(random.nextInt(1_000)).append("@example.org>\n ");
        }
        mail.insert(at < 0 ? endOfHeaders() : at, at < 0 ? "References: " + ids + "\n" : ids);
    }

    private void spoilHunks() {
        int at = indexBehind("\n@@ -");
        if (at < 0) {
            mail.append("\n--- a/x\n+++ b/x\n@@ -1,9999 +1,9999 @@\n-x\n");
        } else {
            var number = Long.toString(random.nextLong() >>> random.nextInt(64));
            mail.replace(at, Math.min(mail.length(), at + random.nextInt(1, 8)), number + ",1 ");
        }
    }

    private void changeLineEnds() {
        var text = mail.toString().replace("\n", random.nextBoolean() ? "\r\n" : "\r");
        mail.setLength(0);
        mail.append(text);
    }

    private void spliceAnother() {
        var other = any();
        int start = random.nextInt(other.length() + 1);
        mail.insert(place(), other, start, Math.min(other.length(), start + 10_000));
    }
}
