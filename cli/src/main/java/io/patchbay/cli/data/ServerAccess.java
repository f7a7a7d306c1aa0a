package io.patchbay.cli.data;

import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.source.MailSource;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.server.FollowedJob;
import io.patchbay.server.Refusal;
import io.patchbay.tracker.editing.Change.AddProject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongFunction;

/** The server that runs on the data, asked over a monitor. */
final class ServerAccess implements DataAccess {

    private static final JsonObject HUNG_UP = JsonObject.of(Map.of());

    private final Path folder;
    private final QmpClient client;
    private final LinkedBlockingQueue<JsonObject> events;

    private ServerAccess(Path folder, QmpClient client, LinkedBlockingQueue<JsonObject> events) {
        this.folder = folder;
        this.client = client;
        this.events = events;
    }

    /** Nothing if no server runs there. */
    static Optional<DataAccess> ofServerOn(Path folder) throws IOException {
        var events = new LinkedBlockingQueue<JsonObject>();
        var client = MonitorLine.ofServerOn(folder, events::add);
        if (client.isEmpty()) {
            return Optional.empty();
        }
        var door = new ServerAccess(folder.toAbsolutePath().normalize(), client.get(), events);
        door.hearOfJobsOnly();
        Thread.ofVirtual().start(door::tellTheEnd);
        return Optional.of(door);
    }

    private void hearOfJobsOnly() throws IOException {
        client.ask(
                "set-event-filter", JsonObject.of(Map.of("categories", new Json.Items(List.of()))));
    }

    private void tellTheEnd() {
        try {
            client.awaitEnd();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        events.add(HUNG_UP);
    }

    @Override
    public List<ProjectLine> projects() throws IOException {
        var lines = new ArrayList<ProjectLine>();
        if (client.ask("query-projects") instanceof Json.Items(var projects)) {
            for (var item : projects) {
                var project = (JsonObject) item;
                lines.add(
                        new ProjectLine(
                                project.integer("id").orElseThrow(),
                                project.text("link-name").orElseThrow(),
                                project.text("list-id").orElseThrow(),
                                project.text("name").orElseThrow(),
                                project.text("mirror").orElse(null)));
            }
        }
        return lines;
    }

    @Override
    public long add(AddProject project) throws IOException {
        var arguments = new LinkedHashMap<String, Json>();
        arguments.put("link-name", new Json.Text(project.linkName()));
        if (project.name() != null) {
            arguments.put("name", new Json.Text(project.name()));
        }
        arguments.put("list-id", new Json.Text(project.listId()));
        arguments.put("list-email", new Json.Text(project.listEmail()));
        arguments.put("subject-match", new Json.Text(project.subjectMatch()));
        if (project.rules() != null) {
            arguments.put("rules", new Json.Text(project.rules()));
        }
        return returned("project-add", JsonObject.of(arguments)).integer("id").orElseThrow();
    }

    @Override
    public void setRules(String linkName, String rules) throws IOException {
        var arguments = new LinkedHashMap<String, Json>();
        arguments.put("link-name", new Json.Text(linkName));
        arguments.put("rules", new Json.Text(rules));
        returned("project-set", JsonObject.of(arguments));
    }

    @Override
    public Outcomes ingest(Batch batch, LongFunction<IngestProgress> progress) throws IOException {
        try (var shown = progress.apply(size(batch.paths()))) {
            var outcomes = Outcomes.NONE;
            long bytesBefore = 0;
            for (var path : batch.paths()) {
                var absolute = path.toAbsolutePath().normalize();
                var named = new FollowedJob.Source(absolute, path.toString());
                var job = follow(named, batch, bytesBefore, shown);
                outcomes = outcomes.plus(await(job));
                bytesBefore = job.bytesRead();
            }
            return outcomes;
        }
    }

    @Override
    public Outcomes ingest(
            InputStream stream, @Nullable String listId, LongFunction<IngestProgress> progress)
            throws IOException {
        // The server cannot read our input, so it gets a file, in the one place that both know.
        var spool = Files.createTempFile(folder, "incoming-", ".tmp");
        try (var shown = progress.apply(-1)) {
            Files.copy(stream, spool, StandardCopyOption.REPLACE_EXISTING);
            Files.setOwner(spool, Files.getOwner(folder));
            var named = new FollowedJob.Source(spool, STANDARD_INPUT);
            var archive = new Batch(List.of(spool), listId, false);
            return await(follow(named, archive, 0, shown));
        } finally {
            Files.delete(spool);
        }
    }

    private FollowedJob follow(
            FollowedJob.Source source, Batch batch, long bytesBefore, IntakeWatcher watcher)
            throws IOException {
        var job = returned("ingest", arguments(source.path(), batch)).text("job").orElseThrow();
        return new FollowedJob(job, source, bytesBefore, watcher);
    }

    /** Opens them all, so that what is missing is told before the first is taken. */
    private static long size(List<Path> paths) throws IOException {
        try (var all = MailSource.open(paths)) {
            return all.size();
        }
    }

    private static JsonObject arguments(Path absolute, Batch batch) {
        var arguments = new LinkedHashMap<String, Json>();
        arguments.put("path", new Json.Text(absolute.toString()));
        arguments.put("from-start", new Json.Bool(batch.fromStart()));
        if (batch.listId() != null) {
            arguments.put("list-id", new Json.Text(batch.listId()));
        }
        return JsonObject.of(arguments);
    }

    private Outcomes await(FollowedJob job) throws IOException {
        try {
            while (true) {
                var event = events.take();
                if (event == HUNG_UP) {
                    throw new IOException(
                            "the server ended before it had filed everything; run this again");
                }
                var outcomes = job.heard(event);
                if (outcomes.isPresent()) {
                    return outcomes.get();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted; the server goes on with the job");
        }
    }

    private JsonObject returned(String command, JsonObject arguments) throws IOException {
        try {
            return (JsonObject) client.ask(command, arguments);
        } catch (QmpError refused) {
            throw new Refusal(refused.description(), refused);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
