package io.patchbay.cli.data;

import io.patchbay.server.Refusal;
import io.patchbay.store.database.Postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/**
 * A JDBC address of a PostgreSQL database. User and password come from its query, or from the
 * variables PGUSER and PGPASSWORD, which no list of processes shows.
 */
final class PostgresAddress {

    private static final int CONNECTIONS = 16;

    private PostgresAddress() {}

    static Postgres parse(String address, Map<String, String> environment) {
        if (!address.startsWith("jdbc:postgresql://")) {
            throw new Refusal(
                    "--database takes an address such as jdbc:postgresql://HOST:PORT/NAME, not '%s'"
                            .formatted(address));
        }
        int query = address.indexOf('?');
        var user = environment.getOrDefault("PGUSER", System.getProperty("user.name"));
        var password = environment.getOrDefault("PGPASSWORD", "");
        var others = new ArrayList<String>();
        if (query >= 0) {
            for (var parameter : address.substring(query + 1).split("&")) {
                if (parameter.startsWith("user=")) {
                    user = valueOf(parameter);
                } else if (parameter.startsWith("password=")) {
                    password = valueOf(parameter);
                } else {
                    others.add(parameter);
                }
            }
        }
        var url = query < 0 ? address : address.substring(0, query);
        return new Postgres(
                others.isEmpty() ? url : url + "?" + String.join("&", others),
                user,
                password,
                CONNECTIONS);
    }

    private static String valueOf(String parameter) {
        return URLDecoder.decode(
                parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
