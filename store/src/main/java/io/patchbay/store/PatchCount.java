package io.patchbay.store;

/** How many patches a project has in each state, archived or not: see {@link Listed#count}. */
final class PatchCount {

    private final Sql sql;

    PatchCount(Sql sql) {
        this.sql = sql;
    }

    /**
     * A patch came, went or moved.
     *
     * @param more negative for fewer
     */
    void add(long project, long state, boolean archived, int more) {
        sql.update(
                """
                insert into patch_count (project_id, state_id, archived, patches)
                values (?, ?, ?, ?)
                on conflict (project_id, state_id, archived)
                do update set patches = patch_count.patches + excluded.patches
                """,
                project,
                state,
                archived,
                more);
    }
}
