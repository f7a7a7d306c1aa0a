package io.patchbay.store;

import io.patchbay.patches.Bundles;
import io.patchbay.patches.Checks;
import io.patchbay.patches.Comments;
import io.patchbay.patches.Covers;
import io.patchbay.patches.Events;
import io.patchbay.patches.Patches;
import io.patchbay.patches.People;
import io.patchbay.patches.Projects;
import io.patchbay.patches.Reading;
import io.patchbay.patches.SeriesShelf;
import io.patchbay.patches.Users;

/** All questions, answered by SQL on one snapshot. */
class SqlReading implements Reading {

    private final Sql sql;

    SqlReading(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Projects projects() {
        throw new UnsupportedOperationException();
    }

    @Override
    public People people() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Users users() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Patches patches() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Covers covers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeriesShelf series() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Comments comments() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Checks checks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bundles bundles() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Events events() {
        throw new UnsupportedOperationException();
    }
}
