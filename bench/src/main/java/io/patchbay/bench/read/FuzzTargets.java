package io.patchbay.bench.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.bench.measure.Corpus;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What {@link FuzzBench} feeds; Jazzer calls the method of the nested class by its name. */
final class FuzzTargets {

    private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private FuzzTargets() {}

    /** Loads the classes that are fuzzed: instrumenting them takes seconds, which are no hang. */
    private static void warmUp() throws IOException {
        try (var mails = Files.newDirectoryStream(Corpus.folder(), "*.eml")) {
            for (var mail : mails) {
                var unused = Ordeal.of(Files.readAllBytes(mail));
            }
        }
    }

    private static void ordeal(byte[] mail) {
        long before = cpuNanos();
        var unused = Ordeal.of(mail);
        Ordeal.require(cpuNanos() - before < HANG_NANOS, "a mail is read within a second");
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A whole mail. */
    public static final class OfMail {

        private OfMail() {}

        public static void fuzzerInitialize() throws IOException {
            warmUp();
        }

        public static void fuzzerTestOneInput(byte[] data) {
            ordeal(data);
        }
    }

    /** The body of a patch, which is taken apart into text and diff. */
    public static final class OfDiff {

        private static final byte[] HEADERS =
                "Subject: [PATCH] x\n\n".getBytes(StandardCharsets.US_ASCII);

        private OfDiff() {}

        public static void fuzzerInitialize() throws IOException {
            warmUp();
        }

        public static void fuzzerTestOneInput(byte[] data) {
            var mail = new byte[HEADERS.length + data.length];
            System.arraycopy(HEADERS, 0, mail, 0, HEADERS.length);
            System.arraycopy(data, 0, mail, HEADERS.length, data.length);
            ordeal(mail);

            var text = new String(data, ISO_8859_1);
            if (isPlain(text)) {
                check(text, Mail.read(mail));
            }
        }

        /** Behind the two words left out, Patchwork settles late what became of earlier lines. */
        private static boolean isPlain(String text) {
            return text.chars().allMatch(sign -> sign == '\n' || 0x20 <= sign && sign < 0x7f)
                    && !text.contains("GIT binary patch")
                    && !text.contains("\\ No newline");
        }

        /** Nothing is made up, nothing changes its place, and no line of a diff is lost. */
        private static void check(String text, Mail mail) {
            var lines = List.of((text + "\n").split("\n", -1));
            var body = mail.body();
            var diff = body.diff();
            Ordeal.require(
                    isPartOf(List.of(body.content().split("\n", -1)), lines),
                    "the content's lines are the mail's, in their order");
            if (diff != null) {
                Ordeal.require(diff.text().endsWith("\n"), "a diff ends with a line feed");
                Ordeal.require(
                        isPartOf(List.of(diff.text().split("\n")), lines),
                        "the diff's lines are the mail's, in their order");
            }
        }

        /** The ends of lines may be stripped where the content begins or ends. */
        private static boolean isPartOf(List<String> some, List<String> all) {
            int at = 0;
            for (var line : some) {
                while (at < all.size() && !all.get(at).strip().equals(line.strip())) {
                    at++;
                }
                if (at++ == all.size()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** An mbox, which is split. */
    public static final class OfMbox {

        private OfMbox() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            var mbox = "From a\n" + new String(data, ISO_8859_1);
            var mails = new ArrayList<String>();
            try (var source = open(mbox)) {
                for (var next = source.next(); next != null; next = source.next()) {
                    if (next instanceof Arrival.Raw raw) {
                        mails.add(new String(raw.bytes(), ISO_8859_1));
                    }
                }
                Ordeal.require(source.bytesRead() == mbox.length(), "all of an mbox is read");
            }
            var plainly = split(mbox);
            if (namesSendersOnly(mbox)) {
                Ordeal.require(mails.equals(plainly), "an mbox is split at its envelopes");
            } else {
                Ordeal.require(
                        !mails.isEmpty() && mails.size() <= plainly.size(),
                        "an mbox is split at no other lines than those that begin with From");
                Ordeal.require(
                        String.join("", unquoted(mbox)).length()
                                >= mails.stream().mapToInt(String::length).sum(),
                        "mails hold no more than their mbox");
            }
        }

        /** Then no line that begins with From can be text (mail-ingest §22). */
        private static boolean namesSendersOnly(String mbox) {
            return lines(mbox).stream()
                    .filter(line -> line.startsWith("From "))
                    .allMatch(line -> line.stripTrailing().matches("From [^ ]+"));
        }

        private static List<String> lines(String text) {
            return List.of(text.split("(?<=\n)"));
        }

        private static List<String> unquoted(String mbox) {
            return lines(mbox).stream()
                    .map(line -> line.replaceFirst("^>(>*From )", "$1"))
                    .toList();
        }

        private static MailSource open(String mbox) throws IOException {
            return MailSource.of(
                    "fuzz", new ByteArrayInputStream(mbox.getBytes(ISO_8859_1)), mbox.length());
        }

        /** The same in the plainest way. */
        private static List<String> split(String mbox) {
            var mails = new ArrayList<String>();
            for (var piece : ("\n" + mbox).split("\nFrom ", -1)) {
                mails.add(piece);
            }
            var unusedBefore = mails.removeFirst();
            int last = mails.size() - 1;
            for (int at = 0; at < mails.size(); at++) {
                // The line feed that the separator took.
                mails.set(at, body(mails.get(at) + (at < last ? "\n" : "")));
            }
            return mails;
        }

        /** Without its envelope line, the empty line at its end, and one level of quoting. */
        private static String body(String mail) {
            int end = mail.indexOf('\n');
            var body = end < 0 ? "" : mail.substring(end + 1);
            var lines = new ArrayList<>(List.of(body.split("(?<=\n)")));
            if (lines.getLast().equals("\n")) {
                lines.removeLast();
            }
            lines.replaceAll(line -> line.replaceFirst("^>(>*From )", "$1"));
            return String.join("", lines);
        }
    }
}
