package io.patchbay.rest;

import io.patchbay.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

/** A test at a {@link Desk} of its own, on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway") // JUnit sets the fields
abstract class DeskTest {

    @Parameter private TestDatabase database;
    @TempDir private Path folder;
    Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = Desk.open(database, folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
