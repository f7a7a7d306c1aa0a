package io.patchbay.store.transaction;

import io.patchbay.store.database.Sql;

import java.util.TreeSet;

/**
 * Tells every index of patches in memory, whichever node it is on, which blocks of patches it has
 * to read again. Kept in the transaction that changes the patches, so each snapshot tells its own
 * blocks.
 */
public final class PatchVersions {

    public static final String COUNTER = "patch_version";

    /** How many ids a block has. Also stands in the migration that made the versions of blocks. */
    public static final int BLOCK = 1_024;

    private final Sql sql;
    private final Counters counters;
    private final TreeSet<Long> changed = new TreeSet<>();

    PatchVersions(Sql sql, Counters counters) {
        this.sql = sql;
        this.counters = counters;
    }

    /** The number of the block that the patch with this id is in. */
    public static long blockOf(long id) {
        return id / BLOCK;
    }

    /** A patch came, or something of it that lists are filtered by changed. */
    public void changed(long patch) {
        changed.add(blockOf(patch));
    }

    void keep() {
        if (changed.isEmpty()) {
            return;
        }
        long version = counters.next(COUNTER);
        var batch =
                sql.batch(
                        """
                        insert into patch_block (block, version) values (?, ?)
                            on conflict (block) do update set version = excluded.version
                        """);
        changed.forEach(block -> batch.add(block, version));
        changed.clear();
        batch.run();
    }
}
