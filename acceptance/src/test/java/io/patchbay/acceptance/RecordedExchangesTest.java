package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import io.patchbay.http.HttpOptions;
import io.patchbay.http.HttpServer;
import io.patchbay.http.Routes;
import io.patchbay.http.SignIn;
import io.patchbay.rest.RestApi;
import io.patchbay.store.Durability;
import io.patchbay.store.SqlStore;
import io.patchbay.web.Site;
import io.patchbay.web.Website;
import io.patchbay.xmlrpc.XmlRpcApi;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sends what was recorded with a Patchwork and compares the answers to the letter. What differs on
 * purpose stands in {@code differences.txt} with its reason; anything else that differs fails, and
 * so does a listed case that no longer differs.
 */
final class RecordedExchangesTest {

    /** Dates of events and checks, the only ones with microseconds. */
    private static final Pattern MOMENT =
            Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\"");

    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "Content-Disposition",
                    "Link",
                    "Location",
                    "Allow",
                    "Vary",
                    "X-Frame-Options");

    private static final Site SITE =
            new Site("Patchbay", "example.com", false, "test", true, true, List.of());

    // Writing comes last, for it changes what the others see.
    private static final List<String> GROUPS = List.of("api", "query", "http", "web", "write");

    @TempDir Path folder;

    @Test
    void everyRecordedExchangeIsAnsweredAsItWas() throws IOException {
        var golden = Shared.path("golden");
        var clock = InstantSource.system();
        try (var store = SqlStore.sqlite(folder.resolve("db"), Durability.EVERY_WRITE, clock)) {
            RecordedState.build(store, golden, clock);
            var routes = new Routes();
            var signIn = new SignIn(store, clock);
            var website = new Website(store, signIn, SITE, clock);
            website.addTo(routes);
            new RestApi(store, signIn).addTo(routes);
            new XmlRpcApi(store, signIn).addTo(routes);
            try (var server =
                    HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, website.errors())) {

                var differing = replay(golden, server.port());

                var expected = Differences.expected().keySet();
                var unexpected = new TreeMap<>(differing);
                unexpected.keySet().removeAll(expected);
                assertThat(unexpected)
                        .describedAs(
                                unexpected.entrySet().stream()
                                        .map(Object::toString)
                                        .collect(joining("\n")))
                        .isEmpty();
                assertThat(differing).containsOnlyKeys(expected);
            }
        }
    }

    private static Map<String, String> replay(Path golden, int port) throws IOException {
        var differing = new TreeMap<String, String>();
        for (var group : GROUPS) {
            for (var exchange : Exchange.below(golden, group)) {
                var difference = difference(exchange, Wire.send(port, exchange.request()));
                if (difference != null) {
                    differing.put(exchange.name(), difference);
                }
            }
        }
        return differing;
    }

    private static @Nullable String difference(Exchange expected, Wire.Answer answer) {
        var found = new ArrayList<String>();
        if (answer.status() != expected.status()) {
            found.add("status " + answer.status() + " instead of " + expected.status());
        }
        for (var name : HEADERS) {
            var value = answer.headers().get(name);
            var wanted = expected.headers().get(name);
            if (!java.util.Objects.equals(value, wanted)) {
                found.add(name + " " + value + " instead of " + wanted);
            }
        }
        var body = expected.body();
        if (body != null) {
            var difference = firstDifference(masked(body), masked(answer.body()));
            if (difference != null) {
                found.add(difference);
            }
        }
        return found.isEmpty() ? null : String.join("; ", found);
    }

    private static String masked(String body) {
        return MOMENT.matcher(body).replaceAll("\"(a moment)\"");
    }

    private static @Nullable String firstDifference(String wanted, String found) {
        if (wanted.equals(found)) {
            return null;
        }
        int at = 0;
        while (at < Math.min(wanted.length(), found.length())
                && wanted.charAt(at) == found.charAt(at)) {
            at++;
        }
        return "body at %d: …%s… instead of …%s…"
                .formatted(at, around(found, at), around(wanted, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 60));
    }
}
