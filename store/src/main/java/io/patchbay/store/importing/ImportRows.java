package io.patchbay.store.importing;

import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;

import java.util.List;

/** Imports, by the noun they are about. */
public final class ImportRows implements Imports {

    private final ImportPeople people;
    private final ImportProjects projects;
    private final ImportSeries series;
    private final ImportCovers covers;
    private final ImportPatches patches;

    public ImportRows(Transaction transaction) {
        people = new ImportPeople(transaction);
        projects = new ImportProjects(transaction);
        series = new ImportSeries(transaction);
        covers = new ImportCovers(transaction);
        patches = new ImportPatches(transaction);
    }

    @Override
    public void user(User user, Completeness told) {
        people.user(user, told);
    }

    @Override
    public void person(Person person, Completeness told) {
        people.person(person, told);
    }

    @Override
    public void project(ImportedProject project, Completeness told) {
        projects.project(project, told);
    }

    @Override
    public void maintainers(long projectId, List<Long> userIds) {
        projects.maintainers(projectId, userIds);
    }

    @Override
    public void series(ImportedSeries imported, Completeness told) {
        series.keep(imported, told);
    }

    @Override
    public void cover(ImportedCover cover, Completeness told) {
        covers.keep(cover, told);
    }

    @Override
    public void patch(ImportedPatch patch, Completeness told) {
        patches.keep(patch, told);
    }
}
