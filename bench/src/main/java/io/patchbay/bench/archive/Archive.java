package io.patchbay.bench.archive;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.MailSource;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes archives of any size from small ones: the mails of the sources again and again, each round
 * with Message-IDs and dates of its own. Nothing is held in memory.
 */
public final class Archive {

    /** Longer than the window in which mails without threading find their series. */
    private static final Duration SHORTEST_SHIFT = Duration.ofHours(1);

    private static final Duration LONGEST_SPAN = Duration.ofDays(20 * 365);
    private static final Instant NO_DATE = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] ENVELOPE =
            "From bench@example.org Thu Jan  1 00:00:00 2026\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final List<Path> files;
    private final Size size;
    private final Duration shift;

    private Archive(List<Path> files, Size size, Duration shift) {
        this.files = files;
        this.size = size;
        this.shift = shift;
    }

    /**
     * How much is made.
     *
     * @param lists how many lists the rounds are dealt out to
     * @param senders how many people stand for each sender of the sources
     */
    public record Size(int mails, int lists, int senders) {

        static Size ofOneList(int mails) {
            return new Size(mails, 1, 1);
        }
    }

    /**
     * @param sources mboxes, Maildirs and folders of {@code .eml} files
     */
    public static Archive of(List<Path> sources, Size size) throws IOException {
        var files = expanded(sources);
        int counted = 0;
        var first = Instant.MAX;
        var last = Instant.MIN;
        try (var source = MailSource.open(files)) {
            for (var mail = nextMail(source); mail != null; mail = nextMail(source)) {
                counted++;
                var date = dateOf(mail);
                first = date.isBefore(first) ? date : first;
                last = date.isAfter(last) ? date : last;
            }
        }
        if (counted == 0) {
            throw new IOException("no mails in " + sources + "; name an mbox or a folder of mails");
        }
        return new Archive(files, size, shift(first, last, (size.mails() - 1) / counted + 1));
    }

    private static List<Path> expanded(List<Path> sources) throws IOException {
        var files = new ArrayList<Path>();
        for (var source : sources) {
            if (Files.isDirectory(source) && !Files.isDirectory(source.resolve("cur"))) {
                try (var mails = Files.newDirectoryStream(source, "*.eml")) {
                    var sorted = new ArrayList<Path>();
                    mails.forEach(sorted::add);
                    sorted.sort(null);
                    files.addAll(sorted);
                }
            } else {
                files.add(source);
            }
        }
        return files;
    }

    /** Rounds follow each other, or overlap where they would reach too far into the future. */
    private static Duration shift(Instant first, Instant last, int rounds) {
        var span = Duration.between(first, last).plus(SHORTEST_SHIFT);
        var room = LONGEST_SPAN.dividedBy(rounds);
        var shorter = span.compareTo(room) < 0 ? span : room;
        return shorter.compareTo(SHORTEST_SHIFT) < 0 ? SHORTEST_SHIFT : shorter;
    }

    private static @Nullable Raw nextMail(MailSource source) throws IOException {
        var next = source.next();
        while (next instanceof Arrival.Refused) {
            next = source.next();
        }
        return (Raw) next;
    }

    private static Instant dateOf(Raw mail) {
        return mail.read().date().orElse(NO_DATE);
    }

    /** What stands in the List-Id of the mails on a list. */
    public static String listId(int list) {
        return "bench-" + list + ".lists.example.org";
    }

    /** Makes the mails while they are asked for. */
    MailSource source() throws IOException {
        return new Rounds();
    }

    private final class Rounds implements MailSource {

        private MailSource current = MailSource.open(files);
        private int round;
        private Renumbering renumbering = renumbering();
        private int made;
        private long bytes;

        Rounds() throws IOException {}

        @Override
        public @Nullable Arrival next() throws IOException {
            if (made == size.mails()) {
                return null;
            }
            var mail = nextMail(current);
            while (mail == null) {
                current.close();
                current = MailSource.open(files);
                round++;
                renumbering = renumbering();
                mail = nextMail(current);
            }
            var date = dateOf(mail).plus(shift.multipliedBy(round));
            var made = renumbering.apply(mail.bytes(), date);
            this.made++;
            bytes += made.length;
            return new Raw("round %d of %s".formatted(round, mail.origin()), made, Form.ARCHIVED);
        }

        private Renumbering renumbering() {
            return new Renumbering(
                    round, listId(round % size.lists()), round / size.lists() % size.senders());
        }

        @Override
        public long bytesRead() {
            return bytes;
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }

    /** Writes an mbox with mboxrd quoting. */
    public void write(Path target) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
                var source = source()) {
            for (var mail = nextMail(source); mail != null; mail = nextMail(source)) {
                writeEntry(mail.bytes(), out);
            }
        }
    }

    private static void writeEntry(byte[] mail, OutputStream out) throws IOException {
        out.write(ENVELOPE);
        int at = 0;
        while (at < mail.length) {
            int end = at;
            while (end < mail.length && mail[end] != '\n') {
                end++;
            }
            end = Math.min(end + 1, mail.length);
            if (looksLikeEnvelope(mail, at)) {
                out.write('>');
            }
            out.write(mail, at, end - at);
            at = end;
        }
        if (mail.length > 0 && mail[mail.length - 1] != '\n') {
            out.write('\n');
        }
        out.write('\n');
    }

    /** Whether a line would be taken for an envelope, or for a quoted one. */
    private static boolean looksLikeEnvelope(byte[] mail, int start) {
        int at = start;
        while (at < mail.length && mail[at] == '>') {
            at++;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (at + i >= mail.length || mail[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }
}
