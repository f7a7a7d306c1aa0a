package io.patchbay.store.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mails of two lists as they come in life, and odder; the same ones for the same seed. */
final class FilingTraffic {

    static final String HARBOR = "harbor";
    static final String LIGHTHOUSE = "lighthouse";

    private static final List<String> SENDERS =
            List.of(
                    "Ada <ada@example.com>",
                    "Ada Lovell <ADA@example.com>",
                    "ben@example.com",
                    "Ben <ben@example.com>",
                    "Cleo <cleo@example.org>",
                    "Dora via Harbor <harbor@lists.example.org>");
    private static final List<String> TRAILERS =
            List.of(
                    "",
                    "Acked-by: Cleo\n",
                    "Reviewed-by: Ben\nreviewed-by: Dora\n",
                    "> Acked-by: x\n");

    private final Random random;
    private final List<String> mails = new ArrayList<>();
    private final List<String> msgids = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-02T12:00:00Z");
    private int count;

    FilingTraffic(long seed) {
        random = new Random(seed);
    }

    /** At least so many mails. */
    List<Mail> mails(int wanted) {
        while (mails.size() < wanted) {
            switch (random.nextInt(12)) {
                case 0, 1 -> series("", true);
                case 2 -> series("v2 ", true);
                case 3 -> series("", false);
                case 4 -> single();
                case 5, 6, 7, 8 -> reply();
                case 9 -> again();
                case 10 -> odd();
                default -> shuffleLatest();
            }
        }
        return mails.stream().map(mail -> Mail.readArchived(mail.getBytes(UTF_8))).toList();
    }

    /** Series whose mails all refer to their first one, so that their order has no meaning. */
    List<Mail> threadsInAnyOrder(int series) {
        for (int i = 0; i < series; i++) {
            now = now.plusSeconds(3_600);
            var cover = id();
            var sender = "Sender %d <sender-%d@example.com>".formatted(i % 5, i % 5);
            int total = 1 + random.nextInt(6);
            for (int number = 0; number <= total; number++) {
                add(
                        number == 0 ? cover : id(),
                        HARBOR,
                        sender,
                        "[PATCH %d/%d] work %d".formatted(number, total, i),
                        number == 0 ? "" : "In-Reply-To: " + cover + "\n",
                        number == 0 ? "All of it.\n" : diff());
            }
        }
        return mails.stream().map(mail -> Mail.readArchived(mail.getBytes(UTF_8))).toList();
    }

    private void series(String version, boolean threaded) {
        var list = list();
        var sender = one(SENDERS);
        var parent = threaded && random.nextInt(4) == 0 && !msgids.isEmpty() ? one(msgids) : "";
        int total = 1 + random.nextInt(4);
        var first = id();
        for (int number = threaded ? 0 : 1; number <= total; number++) {
            var isFirst = number == (threaded ? 0 : 1);
            var references =
                    threaded && !isFirst ? "References: " + parent + " " + first + "\n" : "";
            add(
                    isFirst ? first : id(),
                    list,
                    sender,
                    "[PATCH %s%d/%d] work %d".formatted(version, number, total, random.nextInt(40)),
                    isFirst && !parent.isEmpty() ? "In-Reply-To: " + parent + "\n" : references,
                    number == 0 && random.nextInt(6) > 0
                            ? "All of it.\n" + needs()
                            : needs() + diff());
            now = now.plusSeconds(random.nextInt(900));
        }
    }

    private void single() {
        add(id(), list(), one(SENDERS), "[PATCH] work %d".formatted(count), "", needs() + diff());
    }

    private void reply() {
        var to = msgids.isEmpty() || random.nextInt(8) == 0 ? id() : one(msgids);
        var action = random.nextInt(5) == 0 ? "X-Patchwork-Action-Required: yes\n" : "";
        add(
                id(),
                list(),
                one(SENDERS),
                "Re: [PATCH] work",
                "In-Reply-To: " + to + "\n" + action,
                "Fine.\n" + one(TRAILERS));
    }

    private void again() {
        if (!mails.isEmpty()) {
            mails.add(one(mails));
        }
    }

    private void odd() {
        switch (random.nextInt(5)) {
            case 0 -> add(id(), "fog", one(SENDERS), "[PATCH] of no list", "", diff());
            case 1 -> add(id(), list(), "nobody", "[PATCH] of nobody", "", diff());
            case 2 -> add(id(), list(), one(SENDERS), "[PATCH] empty", "", "");
            case 3 -> add(id(), list(), one(SENDERS), "[PATCH 7/3] beyond", "", diff());
            default -> add(id(), list(), one(SENDERS), "talk", "", "About the weather.\n");
        }
    }

    private void shuffleLatest() {
        int from = Math.max(0, mails.size() - 6);
        java.util.Collections.shuffle(mails.subList(from, mails.size()), random);
    }

    private String needs() {
        return random.nextInt(5) == 0 && !msgids.isEmpty()
                ? "Why.\nDepends-on: " + one(msgids) + "\n" + one(TRAILERS) + "---\n"
                : one(TRAILERS);
    }

    private String diff() {
        int line = random.nextInt(1_000);
        return """
        --- a/quay.c
        +++ b/quay.c
        @@ -%d,1 +%d,1 @@
        -int before = %d;
        +int after = %d;
        """
                .formatted(line, line, line, count);
    }

    private void add(
            String id, String list, String sender, String subject, String more, String body) {
        now = now.plus(Duration.ofSeconds(random.nextInt(120)));
        msgids.add(id);
        mails.add(
                """
                From: %s
                Subject: %s
                Message-Id: %s
                Date: %s
                List-Id: <%s.lists.example.org>
                %s
                %s\
                """
                        .formatted(
                                sender,
                                subject,
                                id,
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        now.atOffset(ZoneOffset.UTC)),
                                list,
                                more,
                                body));
    }

    private String list() {
        return random.nextInt(4) == 0 ? LIGHTHOUSE : HARBOR;
    }

    private String id() {
        return "<%d@example.com>".formatted(++count);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
