package io.patchbay.cli.data;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.Quarantine;
import io.patchbay.intake.source.MailSource;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.store.DatabaseStore;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change.AddProject;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.mails.ListMirror;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The store, opened by the verb itself. */
record StoreAccess(DatabaseStore store, InstantSource clock, Actor actor) implements DataAccess {

    @Override
    public List<ProjectLine> projects() {
        return store.read(reading ->
                reading.projects().all().stream()
                        .map(project ->
                                new ProjectLine(
                                        project.id(),
                                        project.linkName(),
                                        project.listId(),
                                        project.name(),
                                        reading.mirrors()
                                                .of(project.id())
                                                .map(ListMirror::shown)
                                                .orElse(null)))
                        .toList());
    }

    @Override
    public long add(AddProject project) {
        return Outcome.of(new Editing(store).apply(project, actor)).id();
    }

    @Override
    public void setRules(String linkName, String rules) {
        var named = new ProjectName.LinkName(linkName);
        Outcome.of(
                new Editing(store)
                        .apply(new EditProject(named, ProjectFields.NONE.rules(rules)), actor));
    }

    @Override
    public Outcomes ingest(Batch batch, LongFunction<IngestProgress> progress) throws IOException {
        var marks = ReadMarks.in(store, Optional.ofNullable(batch.listId()));
        try (var source =
                MailSource.open(batch.paths(), batch.fromStart() ? marks.fromStart() : marks)) {
            return take(source, batch.listId(), progress);
        }
    }

    @Override
    public Outcomes ingest(
            InputStream stream, @Nullable String listId, LongFunction<IngestProgress> progress)
            throws IOException {
        try (var source = MailSource.of(STANDARD_INPUT, stream, -1)) {
            return take(source, listId, progress);
        }
    }

    private Outcomes take(
            MailSource source, @Nullable String listId, LongFunction<IngestProgress> progress)
            throws IOException {
        var filing = new Filing(store, clock);
        var to = listId == null ? filing : filing.under(listId);
        try (var shown = progress.apply(source.size())) {
            return new BulkIntake(to, shown, new Quarantine(store, filing)).take(source);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
