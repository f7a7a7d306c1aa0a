package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.mail.Mail;
import io.patchbay.rest.RestApi;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * CI systems ask for the events since the last date they know, plus a microsecond, while mails are
 * filed: they must get every event once (clients.md, trap 3).
 */
final class EventPollingTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final int FILERS = 4;
    private static final int SERIES_OF_EACH = 25;

    private static final Pattern EVENT =
            Pattern.compile(
                    "\\{\"id\":(\\d+),\"category\":\"[a-z-]+\",\"project\":\\{[^}]*},\"date\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("^<([^>]*)>; rel=\"next\"");

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();

    private record Event(long id, LocalDateTime date) {}

    @ParameterizedTest
    @EnumSource
    void pollingWhileMailsAreFiledFindsEveryEventOnce(TestDatabase database) throws Exception {
        try (var store = StorePlace.in(folder, database).open(Durability.EVERY_WRITE, CLOCK)) {
            new Instance(store, CLOCK)
                    .addProject("boats", "boats.example.org", "boats@example.org");
            var routes = new Routes();
            new RestApi(store, new SignIn(store, CLOCK)).addTo(routes);
            var options = HttpOptions.on("127.0.0.1", 0);
            try (var server = HttpServer.start(options, routes, ErrorLook.plain());
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var events = "http://127.0.0.1:" + server.port() + "/api/1.1/events/?project=boats";
                var completed = events + "&category=series-completed";
                var filing = new ArrayList<Future<Boolean>>();
                for (int filer = 0; filer < FILERS; filer++) {
                    filing.add(threads.submit(series(store, filer)));
                }
                Callable<List<Event>> nipa = () -> poll(completed, filing);
                Callable<List<Event>> everything = () -> poll(events, filing);

                var polled = threads.invokeAll(List.of(nipa, nipa, everything));

                for (var filed : filing) {
                    assertThat(filed.get()).isTrue();
                }
                var all = pages(events + "&order=date");
                var known = pages(completed + "&order=date");
                assertThat(known).hasSize(FILERS * SERIES_OF_EACH);
                assertThat(polled.get(0).get()).isEqualTo(known);
                assertThat(polled.get(1).get()).isEqualTo(known);
                assertThat(polled.get(2).get()).isEqualTo(all);
                assertThat(all).extracting(Event::date).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    /** Files its series mail by mail. */
    private static Callable<Boolean> series(Store store, int filer) {
        return () -> {
            var filing = new Filing(store, CLOCK);
            for (int series = 0; series < SERIES_OF_EACH; series++) {
                filing.file(mail(filer, series, 1));
                filing.file(mail(filer, series, 2));
            }
            return true;
        };
    }

    private static Mail mail(int filer, int series, int number) {
        var text =
                """
                From: Filer %1$d <filer%1$d@example.org>
                Date: Thu, 1 Jan 2026 10:%2$02d:0%3$d +0000
                Subject: [PATCH %3$d/2] boat %2$d of %1$d, part %3$d
                Message-ID: <%1$d-%2$d-%3$d@example.org>
                In-Reply-To: <%1$d-%2$d-1@example.org>
                List-Id: <boats.example.org>

                ---
                diff --git a/hull b/hull
                --- a/hull
                +++ b/hull
                @@ -1 +1 @@
                -dry
                +tarred %1$d %2$d %3$d
                """
                        .formatted(filer, series, number);
        return Mail.read(text.getBytes(UTF_8));
    }

    /** All events as a CI system finds them, until nothing is filed any more. */
    private List<Event> poll(String address, List<Future<Boolean>> filing) throws Exception {
        var found = new ArrayList<Event>();
        var since = LocalDateTime.of(2020, 1, 1, 0, 0);
        boolean more = true;
        while (more) {
            more = !filing.stream().allMatch(Future::isDone);
            var news = pages(address + "&order=date&since=" + since);
            if (!news.isEmpty()) {
                since = news.getLast().date().plus(1, ChronoUnit.MICROS);
                found.addAll(news);
            }
        }
        return found;
    }

    private List<Event> pages(String address) throws Exception {
        var events = new ArrayList<Event>();
        for (var page = address; !page.isEmpty(); ) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(page)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            EVENT.matcher(answer.body())
                    .results()
                    .map(match ->
                            new Event(
                                    Long.parseLong(match.group(1)),
                                    LocalDateTime.parse(match.group(2))))
                    .forEach(events::add);
            var next = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            page = next.find() ? next.group(1) : "";
        }
        return events;
    }
}
