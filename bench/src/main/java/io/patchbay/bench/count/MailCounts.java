package io.patchbay.bench.count;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sizes, programs, dates and threads. */
final class MailCounts implements Counter {

    private static final String MAILS = "mails";
    private static final String THREADS = "threads";
    private static final String DATES = "dates";

    private static final Pattern LONG_LINE = Pattern.compile("(?m)^.{999,}$");
    private static final Pattern CUT_LINE = Pattern.compile("(?m)^.{996,1000}\\r?\\n\\r?\\n\\z");

    /** Message-ID to the bodies that came with it. */
    private final Map<String, Integer> bodies = new HashMap<>();

    private final Map<String, Boolean> awaited = new HashMap<>();

    @Override
    public void count(CountedMail mail, Tally tally) {
        countSize(mail, tally);
        countThread(mail, tally);
        countDate(mail, tally);
        if (mail.isPatch()) {
            tally.count("programs that sent patch mails", program(mail));
        }
    }

    private static void countSize(CountedMail mail, Tally tally) {
        tally.count(MAILS, "mails");
        tally.countIf(mail.isPatch(), MAILS, "patch mails: an unquoted `diff --git`, no reply");
        tally.countIf(
                mail.isReply() && mail.hasDiff(), MAILS, "replies with an unquoted `diff --git`");
        tally.add(MAILS, "bytes", mail.size());
        tally.add(MAILS, "bytes of headers", mail.headers().length());
        tally.most(MAILS, "bytes of the largest", mail.size());
        tally.countIf(mail.size() > 200_000, MAILS, "over 200 kB");
        tally.countIf(mail.size() > 1_000_000, MAILS, "over 1 MB");
        tally.countIf(LONG_LINE.matcher(mail.head()).find(), MAILS, "a header line over 998 bytes");
        tally.countIf(
                CUT_LINE.matcher(mail.head()).find(),
                MAILS,
                "the header ends with a line of 996 to 1,000 bytes");
    }

    private void countThread(CountedMail mail, Tally tally) {
        var headers = mail.headers();
        var answered = headers.ids("In-Reply-To");
        var references = headers.ids("References");
        tally.countIf(
                !answered.isEmpty() && !references.isEmpty(),
                THREADS,
                "In-Reply-To and References");
        tally.countIf(
                !answered.isEmpty()
                        && !references.isEmpty()
                        && !answered.contains(references.getLast()),
                THREADS,
                "the last of References is another");
        tally.countIf(
                !answered.isEmpty() && references.isEmpty(),
                THREADS,
                "In-Reply-To without References");
        tally.countIf(
                answered.isEmpty() && !references.isEmpty(),
                THREADS,
                "References without In-Reply-To");
        tally.countIf(answered.size() > 1, THREADS, "two ids and more in In-Reply-To");
        tally.most(THREADS, "most ids in References", references.size());
        var ids = headers.ids("Message-ID");
        tally.countIf(ids.isEmpty(), THREADS, "no Message-ID");
        tally.countIf(ids.size() > 1, THREADS, "two Message-IDs");
        if (!ids.isEmpty()) {
            var before = bodies.put(ids.getFirst(), mail.text().hashCode());
            tally.countIf(before != null, THREADS, "Message-ID that came before");
            tally.countIf(
                    before != null && before != mail.text().hashCode(),
                    THREADS,
                    "… with another text");
            if (awaited.replace(ids.getFirst(), true) != null) {
                tally.count(THREADS, "mails that are answered before they come");
            }
        }
        parent(answered, references)
                .forEach(id -> {
                    tally.count(THREADS, "replies");
                    if (!bodies.containsKey(id)) {
                        awaited.putIfAbsent(id, false);
                    }
                });
    }

    private static List<String> parent(List<String> answered, List<String> references) {
        if (!answered.isEmpty()) {
            return answered.subList(0, 1);
        }
        return references.isEmpty() ? List.of() : List.of(references.getLast());
    }

    private static void countDate(CountedMail mail, Tally tally) {
        tally.countIf(!mail.headers().has("Date"), DATES, "no Date");
        var date = mail.read().date();
        tally.countIf(
                mail.headers().has("Date") && date.isEmpty(), DATES, "a Date that cannot be read");
        var received = mail.read().received();
        if (date.isEmpty() || received.isEmpty()) {
            return;
        }
        var late = Duration.between(date.get(), received.get());
        tally.count(DATES, "a Date, and when the last server took the mail");
        tally.countIf(late.compareTo(Duration.ofHours(1)) > 0, DATES, "Date over 1 h before that");
        tally.countIf(late.compareTo(Duration.ofHours(-1)) < 0, DATES, "Date over 1 h after that");
        tally.countIf(late.compareTo(Duration.ofDays(-1)) < 0, DATES, "Date over a day after that");
    }

    private static String program(CountedMail mail) {
        var name =
                mail.headers()
                        .first("X-Mailer")
                        .or(() -> mail.headers().first("User-Agent"))
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        if (name.startsWith("b4")) {
            return "b4";
        }
        return name.startsWith("git-send-email") ? "git-send-email" : "others, or none named";
    }

    @Override
    public void end(Tally tally) {
        tally.add(
                THREADS,
                "ids that are answered and never come",
                awaited.values().stream().filter(came -> !came).count());
    }
}
