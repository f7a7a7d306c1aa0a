package io.patchbay.acceptance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Tests that visit one {@link ServedCorpus}, which each of them may change. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway") // JUnit calls what sets the fields
abstract class CorpusVisit {

    ServedCorpus served;
    Visit visit;
    String token;

    @BeforeAll
    void serveTheCorpus(@TempDir Path folder) throws IOException {
        served = ServedCorpus.in(folder);
        visit = new Visit(served.port());
        token = "Authorization: Token " + served.token();
    }

    @AfterAll
    void close() {
        served.close();
    }
}
