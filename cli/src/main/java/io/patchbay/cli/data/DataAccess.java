package io.patchbay.cli.data;

import io.patchbay.intake.Outcomes;
import io.patchbay.server.Refusal;
import io.patchbay.tracker.editing.Change.AddProject;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How a verb reaches the data: through the server that runs on it, or by opening the store itself.
 * Whoever calls the verb cannot tell them apart.
 */
public interface DataAccess extends Closeable {

    String STANDARD_INPUT = "standard input";

    /**
     * What {@code project list} tells of one.
     *
     * @param mirror where its mails come from; null if it follows none
     */
    record ProjectLine(
            long id, String linkName, String listId, String name, @Nullable String mirror) {}

    List<ProjectLine> projects() throws IOException;

    /**
     * Returns its id.
     *
     * @throws Refusal with what is wrong with it
     */
    long add(AddProject project) throws IOException;

    /**
     * By which rules mails that come later find their series.
     *
     * @param rules the word of a {@link io.patchbay.tracker.model.RuleSet}
     * @throws Refusal if there is no such project, or no such word
     */
    void setRules(String linkName, String rules) throws IOException;

    /**
     * Files that may be archives; what is missing is refused before anything is taken.
     *
     * @param listId the list that all mails are filed under; null if their headers tell
     * @param fromStart takes of a public-inbox also what was taken before
     */
    record Batch(List<Path> paths, @Nullable String listId, boolean fromStart) {}

    /**
     * @param progress shows how far it is, and mails that are refused, given the size in bytes
     */
    Outcomes ingest(Batch batch, LongFunction<IngestProgress> progress) throws IOException;

    /** Files an archive or a mail that comes as a stream, which messages call standard input. */
    Outcomes ingest(
            InputStream stream, @Nullable String listId, LongFunction<IngestProgress> progress)
            throws IOException;
}
