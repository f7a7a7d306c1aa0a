package io.patchbay.web.frame;

import io.patchbay.web.TestSite;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A test with a {@link TestSite} of its own. */
@SuppressWarnings("NullAway") // JUnit sets the fields
public abstract class SiteTest {

    @TempDir Path folder;
    public TestSite site;

    @BeforeEach
    void open() throws IOException {
        site = TestSite.open(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }
}
