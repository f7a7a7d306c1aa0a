package io.patchbay.store.query;

import static java.util.Objects.requireNonNull;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.PatchVersions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all patches are filtered by, in memory: some 50 bytes a patch. So those that fulfil any pair
 * of filters are counted without reading their rows (docs/adr/0016).
 *
 * <p>A block of patches has a version that rises with each change, in the same transaction. A
 * reader takes from here the blocks whose versions its snapshot has, and reads the others itself:
 * whatever other readers, nodes and processes do, it sees what its snapshot holds.
 */
public final class PatchIndex {

    /** So many blocks are read while a client waits. */
    private static final int FEW = 64;

    private final AtomicReference<PatchBlocks> newest = new AtomicReference<>(PatchBlocks.NONE);
    private final ReentrantLock readingMany = new ReentrantLock();
    private final NameHits hits = new NameHits();

    /** A block as a snapshot has it. */
    private record Version(long block, long version) {}

    NameHits hits() {
        return hits;
    }

    /**
     * Those of the snapshot of this reader, never of a writer, whose changes have no version yet.
     * Empty while somebody else is reading many of them, as after a start.
     */
    Optional<PatchBlocks> blocks(Sql sql) {
        var known = newest.get();
        long version =
                sql.one("select value from counter where name = ?", Row::id, PatchVersions.COUNTER);
        if (known.version() == version) {
            return Optional.of(known);
        }
        var versions =
                sql.list(
                        "select block, version from patch_block order by block",
                        row -> new Version(row.id(), row.id()));
        var stale = staleOf(known, versions);
        if (stale.size() <= FEW) {
            return Optional.of(read(sql, version, versions, known, stale));
        }
        if (!readingMany.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(sql, version, versions, known, stale));
        } finally {
            readingMany.unlock();
        }
    }

    private static List<Version> staleOf(PatchBlocks known, List<Version> versions) {
        return versions.stream()
                .filter(version -> !known.has(version.block, version.version))
                .toList();
    }

    private PatchBlocks read(
            Sql sql, long version, List<Version> versions, PatchBlocks known, List<Version> stale) {
        var fresh = new HashMap<Long, PatchBlock>();
        for (int from = 0; from < stale.size(); ) {
            int to = from + 1;
            while (to < stale.size()
                    && to - from < FEW
                    && stale.get(to).block == stale.get(to - 1).block + 1) {
                to++;
            }
            readNeighbours(sql, stale.subList(from, to), fresh);
            from = to;
        }
        var blocks = new ArrayList<PatchBlock>(versions.size());
        for (var each : versions) {
            var block = fresh.get(each.block);
            blocks.add(block == null ? known.with(each.block) : block);
        }
        var read = PatchBlocks.of(version, blocks);
        newest.accumulateAndGet(read, PatchBlocks::newer);
        return read;
    }

    private static void readNeighbours(
            Sql sql, List<Version> versions, Map<Long, PatchBlock> fresh) {
        for (var each : versions) {
            fresh.put(each.block, new PatchBlock(each.block, each.version));
        }
        sql.each(
                "select %s from patch where id >= ? and id < ?".formatted(PatchBlock.COLUMNS),
                row -> {
                    var block = requireNonNull(fresh.get(PatchVersions.blockOf(row.idAhead())));
                    block.add(row);
                    return block;
                },
                versions.getFirst().block * PatchBlock.SIZE,
                (versions.getLast().block + 1) * PatchBlock.SIZE);
    }
}
