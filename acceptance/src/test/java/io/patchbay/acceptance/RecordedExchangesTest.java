package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.rest.RestApi;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.testing.TestDatabase;
import io.patchbay.web.Website;
import io.patchbay.web.frame.Site;
import io.patchbay.xmlrpc.XmlRpcApi;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Sends what was recorded with a Patchwork and compares the answers to the letter. What differs on
 * purpose stands in {@code differences.txt} with its reason; anything else that differs fails, and
 * so does a line of the list that nothing bears out.
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
    private static final List<String> GROUPS =
            List.of("api", "query", "http", "web", "xmlrpc", "write");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void everyRecordedExchangeIsAnsweredAsItWas(TestDatabase database) throws IOException {
        var golden = SharedData.file("golden");
        var clock = InstantSource.system();
        try (var store = StorePlace.in(folder, database).open(Durability.EVERY_WRITE, clock)) {
            RecordedState.build(store, golden, clock);
            var routes = new Routes();
            var signIn = new SignIn(store, clock);
            var website = new Website(store, signIn, SITE, clock);
            website.addTo(routes);
            new RestApi(store, signIn).addTo(routes);
            new XmlRpcApi(store, signIn).addTo(routes);
            try (var server =
                    HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, website.errors())) {
                var allowed = new Differences();

                var unexpected = replay(golden, server.port(), allowed);

                assertThat(unexpected).describedAs(String.join("\n", unexpected)).isEmpty();
                assertThat(allowed.idle()).isEmpty();
            }
        }
    }

    private static List<String> replay(Path golden, int port, Differences allowed)
            throws IOException {
        var unexpected = new ArrayList<String>();
        for (var group : GROUPS) {
            for (var exchange : Exchange.below(golden, group)) {
                differences(exchange, Wire.send(port, exchange.request()))
                        .forEach((part, difference) -> {
                            if (!allowed.allow(exchange.name(), part)) {
                                unexpected.add(
                                        "%s %s: %s".formatted(exchange.name(), part, difference));
                            }
                        });
            }
        }
        return unexpected;
    }

    /** By the part of the answer that differs. */
    private static Map<String, String> differences(Exchange expected, Wire.Answer answer) {
        var found = new LinkedHashMap<String, String>();
        compare("status", expected.status(), answer.status(), found);
        for (var name : HEADERS) {
            compare(name, expected.headers().get(name), answer.headers().get(name), found);
        }
        var body = expected.body();
        if (body != null) {
            var difference = firstDifference(masked(body), masked(answer.body()));
            if (difference != null) {
                found.put("body", difference);
            }
        } else if (expected.name().startsWith("xmlrpc/")) {
            // Of these no bodies were recorded; their length tells much.
            compare(
                    "body",
                    expected.headers().get("Content-Length"),
                    String.valueOf(answer.content().length),
                    found);
        }
        return found;
    }

    private static void compare(
            String part,
            @Nullable Object wanted,
            @Nullable Object came,
            Map<String, String> found) {
        if (!Objects.equals(wanted, came)) {
            found.put(part, came + " instead of " + wanted);
        }
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
