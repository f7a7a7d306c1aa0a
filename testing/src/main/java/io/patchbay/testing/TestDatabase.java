package io.patchbay.testing;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The kinds of databases that a test can run on. */
public enum TestDatabase {
    SQLITE {
        private byte @Nullable [] template;

        @Override
        public DatabaseAddress make(Path folder, Consumer<DatabaseAddress> tables) {
            var file = folder.resolve("patchbay.db");
            try {
                Files.createDirectories(folder);
                Files.write(file, template(tables), StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new DatabaseAddress.SqliteFile(file);
        }

        private synchronized byte[] template(Consumer<DatabaseAddress> tables) throws IOException {
            if (template == null) {
                var file = Files.createTempDirectory("patchbay-sqlite").resolve("template.db");
                tables.accept(new DatabaseAddress.SqliteFile(file));
                template = Files.readAllBytes(file);
            }
            return template;
        }
    },

    POSTGRESQL {
        private static final String TEMPLATE = "patchbay_template";

        private final AtomicInteger count = new AtomicInteger();
        private boolean isPrepared;

        @Override
        public DatabaseAddress make(Path folder, Consumer<DatabaseAddress> tables) {
            prepare(tables);
            var name = "patchbay_" + count.incrementAndGet();
            PostgresServer.run("create database %s template %s".formatted(name, TEMPLATE));
            return PostgresServer.at(name);
        }

        private synchronized void prepare(Consumer<DatabaseAddress> tables) {
            if (!isPrepared) {
                // Words of this language would be sorted without regard to case, where we let them.
                PostgresServer.run(
                        """
                        create database %s template template0
                        locale_provider icu icu_locale 'en-US' locale 'C' encoding 'UTF8'
                        """
                                .formatted(TEMPLATE));
                tables.accept(PostgresServer.at(TEMPLATE));
                isPrepared = true;
            }
        }
    };

    /**
     * A database of its own. Its tables are made once for all tests of a module, and copied.
     *
     * @param folder where a file {@code patchbay.db} can be kept; made if absent
     * @param tables makes them in a database that has none, and leaves it unconnected
     */
    public abstract DatabaseAddress make(Path folder, Consumer<DatabaseAddress> tables);
}
