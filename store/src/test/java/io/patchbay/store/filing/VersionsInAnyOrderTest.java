package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.StoreContract;
import io.patchbay.store.StoreOpener;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.versions.KnownVersion;
import io.patchbay.tracker.versions.VersionFacts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Which series is linked to which follows from the mails, not from the order in which they came.
 */
final class VersionsInAnyOrderTest extends StoreContract {

    private static final int CHAINS = 28;
    private static final int VERSIONS = 3;
    private static final int DELIVERERS = 8;
    private static final double DAY = 24 * 60;

    @Test
    void severalDeliverersInAnyOrderMakeTheSameLinks() throws Exception {
        var mails = mails(new Random(5));
        FilingBatchTest.addProjects(store);
        new Filing(store, clock).file(mails);
        var inOrder = links(store);
        assertThat(inOrder.keySet())
                .contains(
                        "title <c0v3m0> <c0v2m0>",
                        "change-id <c1v3m0> <c1v2m0>",
                        "link <c2v3m0> <c2v2m0>",
                        "reply <c3v2m0> <c3v1m0>")
                .hasSizeGreaterThanOrEqualTo(CHAINS * (VERSIONS - 1));
        assertThat(inOrder.keySet()).anyMatch(link -> link.startsWith("diffs"));
        assertThat(inOrder.keySet()).anyMatch(link -> link.startsWith("likeness"));

        for (int seed = 1; seed <= 3; seed++) {
            var shuffled = new ArrayList<>(mails);
            Collections.shuffle(shuffled, new Random(seed));
            var other = StoreOpener.fresh(kind, folder.resolve("other" + seed));
            try (var filed = other.open(clock, _ -> {})) {
                FilingBatchTest.addProjects(filed);
                deliver(new Filing(filed, clock), shuffled);

                assertThat(links(filed)).as("seed %d", seed).isEqualTo(inOrder);
            }
            other.address().drop();
        }
    }

    @Test
    void linkingAgainFindsTheSameFromTheKeptTexts() {
        FilingBatchTest.addProjects(store);
        new Filing(store, clock).file(mails(new Random(5)));
        var before = links(store);
        for (var table : List.of("link", "claim", "title", "sample")) {
            sample(sample ->
                    sample.writing().transaction().sql().update("delete from version_" + table));
        }

        int done;
        do {
            done = write(writing -> writing.relinking().next(7));
        } while (done == 7);

        assertThat(links(store)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void eachVersionOfAWorkKnowsAllOthersInTheirOrder() {
        FilingBatchTest.addProjects(store);
        new Filing(store, clock).file(mails(new Random(5)));
        long alone = 1_000_000;

        store.read(reading -> {
            var links = reading.versionLinks();
            for (var link : links.after(0, 1_000, null)) {
                var versions = links.versionsOf(link.later());
                var ids = versions.stream().map(KnownVersion::series).toList();
                int place = ids.indexOf(link.later());
                assertThat(ids.indexOf(link.earlier())).isBetween(0, place - 1);
                assertThat(versions.get(place).source()).isEqualTo(link.source());
                assertThat(versions.getFirst().source()).isNull();
                assertThat(links.versionsOf(link.earlier())).isEqualTo(versions);
            }
            assertThat(links.versionsOf(alone)).isEmpty();
            return true;
        });
    }

    private static List<Mail> mails(Random random) {
        var mails = new ArrayList<Mail>();
        for (int chain = 0; chain < CHAINS; chain++) {
            var sender = new ThreadedMails();
            int author = chain / 3;
            var from = "Author %d <author-%d@example.com>".formatted(author, author);
            int total = 1 + random.nextInt(3);
            for (int version = 1; version <= VERSIONS; version++) {
                double minute =
                        -DAY * (1 + (VERSIONS - version) * 9 + random.nextInt(4)) - chain * 30;
                addSeries(mails, sender.from(from), chain, version, total, minute);
            }
        }
        return mails;
    }

    private static void addSeries(
            List<Mail> mails,
            ThreadedMails sender,
            int chain,
            int version,
            int total,
            double minute) {
        var ids = "c%dv%dm".formatted(chain, version);
        var marks = version == 1 ? "" : "v" + version + " ";
        var work = chain % 7 == 0 ? "work" : "work " + "bcd".charAt(version - 1);
        var cover = ids + 0;
        var above =
                chain % 7 == 3 && version > 1
                        ? new String[] {"c%dv%dm0".formatted(chain, version - 1)}
                        : new String[0];
        mails.add(
                sender.saying(message(chain, version))
                        .mail(
                                cover,
                                "[PATCH %s0/%d] %s on %s"
                                        .formatted(marks, total, work, noun(chain)),
                                minute,
                                above));
        for (int number = 1; number <= total; number++) {
            var title = chain % 7 == 5 ? "patch" : "patch " + "klm".charAt(version - 1);
            mails.add(
                    sender.saying(diff(chain, version, number))
                            .mail(
                                    ids + number,
                                    "[PATCH %s%d/%d] %s %s%d"
                                            .formatted(
                                                    marks,
                                                    number,
                                                    total,
                                                    title,
                                                    noun(chain),
                                                    number),
                                    minute + number / 60.0,
                                    cover));
        }
    }

    private static String noun(int chain) {
        return "quay" + (char) ('a' + chain % 26);
    }

    private static String message(int chain, int version) {
        return switch (chain % 7) {
            case 1 -> "All of it.\n\nchange-id: 2025-%d\n".formatted(chain);
            case 2 ->
                    version == 1
                            ? "All of it.\n"
                            : "- Link to v%d: https://example.com/r/c%dv%dm0@example.com\n"
                                    .formatted(version - 1, chain, version - 1);
            default -> "All of it.\n";
        };
    }

    /** Unchanged in every seventh chain; else some lines stay. */
    private static String diff(int chain, int version, int number) {
        int changed = chain % 7 == 4 ? 0 : version;
        return """
        --- a/%1$s.c
        +++ b/%1$s.c
        @@ -1,1 +1,5 @@
        -int before_%2$d_%3$d;
        +int after_%2$d_%3$d;
        +int more_%2$d_%3$d;
        +int changed_%2$d_%3$d_%4$d;
        +int again_%2$d_%3$d_%4$d;
        +int end_%2$d_%3$d;
        """
                .formatted(noun(chain), chain, number, changed);
    }

    private static void deliver(Filing filing, List<Mail> mails) throws Exception {
        var work =
                IntStream.range(0, DELIVERERS)
                        .mapToObj(deliverer -> share(filing, mails, deliverer))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(DELIVERERS)) {
            for (var done : threads.invokeAll(work, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }

    private static Callable<Object> share(Filing filing, List<Mail> mails, int deliverer) {
        return () -> {
            for (int at = deliverer; at < mails.size(); at += DELIVERERS) {
                var unused = filing.file(mails.get(at));
            }
            return mails;
        };
    }

    /** Source and both first mails, and the score. */
    private static Map<String, Integer> links(DatabaseStore store) {
        return store.read(reading -> {
            var links = new HashMap<String, Integer>();
            var stored = reading.versionLinks().after(0, Integer.MAX_VALUE, null);
            var ids =
                    stored.stream()
                            .flatMap(link -> List.of(link.later(), link.earlier()).stream())
                            .toList();
            var names = new HashMap<Long, String>();
            for (VersionFacts facts : reading.versionLinks().facts(ids)) {
                names.put(facts.id(), facts.firstMail().replace("@example.com", ""));
            }
            for (var link : stored) {
                links.put(
                        "%s %s %s"
                                .formatted(
                                        link.source().word(),
                                        names.get(link.later()),
                                        names.get(link.earlier())),
                        link.score());
            }
            return links;
        });
    }
}
