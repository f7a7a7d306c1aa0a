package io.patchbay.store.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Brings the tables to the version that this program expects. */
public final class Schema {

    /** Of the newest file in the folder of migrations. */
    static final String VERSION = "17";

    private static final String MIGRATIONS = "io/patchbay/store/migrations";

    private Schema() {}

    /**
     * Asks first, because Flyway takes a quarter of a second to find that there is nothing to do.
     *
     * @param at tells Flyway where the database is
     */
    public static void ensure(
            Database database, Dialect dialect, UnaryOperator<FluentConfiguration> at) {
        var version = database.<String>read(Schema::version);
        if (version.equals(VERSION)) {
            return;
        }
        if (!version.isEmpty() && Integer.parseInt(version) > Integer.parseInt(VERSION)) {
            throw new StoreFailure(
                    "the database has tables of version %s, but this program knows version %s; run a newer program"
                            .formatted(version, VERSION));
        }
        at.apply(Flyway.configure(Schema.class.getClassLoader()))
                .locations("classpath:" + MIGRATIONS)
                .placeholders(
                        Map.of(
                                "id",
                                dialect.idColumn(),
                                "bytewise",
                                dialect.bytewise(),
                                "bytes",
                                dialect.bytes(),
                                "clustered",
                                dialect.clustered(),
                                "nameindex",
                                dialect.nameIndex(),
                                "texts",
                                dialect.storageOfTexts(),
                                "packed",
                                dialect.storageOfPackedMails(),
                                "sized",
                                dialect.sized()))
                .load()
                .migrate();
    }

    /** Empty for a database without tables. */
    private static String version(Sql sql) {
        if (!sql.any(sql.dialect().hasTable(), "flyway_schema_history")) {
            return "";
        }
        return sql.findOne(
                        """
                        select version
                          from flyway_schema_history
                         where success
                         order by installed_rank desc
                         limit 1
                        """,
                        Row::text)
                .orElse("");
    }
}
