package io.patchbay.store;

import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Writing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** What holds on every database: each test of a class below runs on each of them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway") // JUnit sets the fields
public abstract class StoreContract {

    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Parameter public TestDatabase kind;
    @TempDir public Path folder;

    public final SettableClock clock = new SettableClock(NOON);
    public final List<String> statements = new CopyOnWriteArrayList<>();
    public StoreOpener database;
    public DatabaseStore store;

    @BeforeEach
    void open() {
        database = StoreOpener.fresh(kind, folder);
        store = database.open(clock, statements::add);
        statements.clear();
    }

    @AfterEach
    void close() {
        store.close();
        database.address().drop();
    }

    public <T> T read(Function<Reading, T> work) {
        return store.read(work);
    }

    public <T> T write(Function<Writing, T> work) {
        return store.write(work);
    }

    public void change(Consumer<Writing> work) {
        store.write(writing -> {
            work.accept(writing);
            return true;
        });
    }

    /** Puts rows in place as filing would. */
    public <T> T sample(Function<Sample, T> work) {
        return store.write(writing -> work.apply(new Sample((WriteTransaction) writing)));
    }
}
