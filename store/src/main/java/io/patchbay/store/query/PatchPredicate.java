package io.patchbay.store.query;

import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.PatchBlock.Column;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The patches of one snapshot that fulfil all of some criteria: how many they are, and their ids in
 * rising order. A million of them take a few milliseconds.
 */
final class PatchPredicate {

    /** Clears the bits of those patches of a block that fall through. */
    private interface Filter {
        void sift(PatchBlock block, long[] bits);
    }

    private final List<PatchBlock> blocks;

    /** The bits of those that have not fallen through, by block. */
    private final long[][] left;

    private final int[] counts;

    private PatchPredicate(List<PatchBlock> blocks) {
        this.blocks = blocks;
        this.left = new long[blocks.size()][];
        this.counts = new int[blocks.size()];
    }

    /** Whether all of these are known of the patches. */
    static boolean takes(List<Criterion> criteria) {
        return criteria.stream().allMatch(PatchPredicate::takes);
    }

    private static boolean takes(Criterion criterion) {
        return switch (criterion) {
            case InProjects _,
                    InStates _,
                    Archived _,
                    BySubmitters _,
                    DelegatedTo _,
                    Undelegated _,
                    Since _,
                    Before _ ->
                    true;
            case Mentions(var text) -> text.indexOf('\0') < 0;
            default -> false;
        };
    }

    /** Empty while the index is not ready. */
    static Optional<PatchPredicate> of(PatchIndex index, Sql sql, List<Criterion> criteria) {
        return index.blocks(sql)
                .map(all -> {
                    var filters =
                            criteria.stream().map(one -> filter(one, index, all, sql)).toList();
                    var sieve = new PatchPredicate(all.blocks());
                    for (int i = 0; i < sieve.left.length; i++) {
                        var block = all.blocks().get(i);
                        var bits = block.patches();
                        filters.forEach(filter -> filter.sift(block, bits));
                        sieve.put(i, bits);
                    }
                    return sieve;
                });
    }

    private void put(int block, long[] bits) {
        left[block] = bits;
        for (long word : bits) {
            counts[block] += Long.bitCount(word);
        }
    }

    /** Those of them that have this value too. */
    PatchPredicate with(Column column, long value) {
        var filter = among(column, Set.of(value));
        var those = new PatchPredicate(blocks);
        for (int i = 0; i < left.length; i++) {
            var bits = left[i].clone();
            filter.sift(blocks.get(i), bits);
            those.put(i, bits);
        }
        return those;
    }

    private static Filter filter(
            Criterion criterion, PatchIndex index, PatchBlocks blocks, Sql sql) {
        return switch (criterion) {
            case InProjects(var ids) -> among(Column.PROJECT, ids);
            case InStates(var ids) -> among(Column.STATE, ids);
            case Archived(var archived) -> among(Column.ARCHIVED, Set.of(archived ? 1L : 0L));
            case BySubmitters(var ids) -> among(Column.SUBMITTER, ids);
            case DelegatedTo(var ids) -> among(Column.DELEGATE, ids);
            case Undelegated() -> among(Column.DELEGATE, Set.of(PatchBlock.NOBODY));
            case Since(var date) -> {
                long from = Moment.stored(date);
                yield (block, bits) -> block.keepDated(bits, from, Long.MAX_VALUE);
            }
            case Before(var date) -> {
                long to = Moment.stored(date);
                yield (block, bits) -> block.keepDated(bits, Long.MIN_VALUE, to);
            }
            case Mentions(var text) -> {
                var hits = index.hits().of(text, blocks, sql);
                yield (block, bits) -> keep(bits, hits.of(block));
            }
            default -> throw new IllegalArgumentException("not in the index: " + criterion);
        };
    }

    private static Filter among(Column column, Set<Long> values) {
        return (block, bits) -> {
            var wanted = PatchBlock.noBits();
            for (long value : values) {
                var those = block.with(column, value);
                if (those != null) {
                    for (int word = 0; word < bits.length; word++) {
                        wanted[word] |= those[word];
                    }
                }
            }
            keep(bits, wanted);
        };
    }

    private static void keep(long[] bits, long[] wanted) {
        for (int word = 0; word < bits.length; word++) {
            bits[word] &= wanted[word];
        }
    }

    long count() {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        return all;
    }

    /**
     * A part of the ids, in no order.
     *
     * @param fromLast whether the first to be passed over is the greatest
     */
    Set<Long> ids(long offset, long limit, boolean fromLast) {
        long all = count();
        long from = fromLast ? Math.max(0, all - offset - limit) : offset;
        long to = Math.min(all, fromLast ? all - offset : offset + limit);
        var ids = new HashSet<Long>();
        long passed = 0;
        for (int i = 0; i < left.length && passed < to; i++) {
            if (passed + counts[i] > from) {
                long first = blocks.get(i).firstId();
                var bits = BitSet.valueOf(left[i]);
                for (int slot = bits.nextSetBit(0); slot >= 0; slot = bits.nextSetBit(slot + 1)) {
                    if (passed >= from && passed < to) {
                        ids.add(first + slot);
                    }
                    passed++;
                }
            } else {
                passed += counts[i];
            }
        }
        return ids;
    }
}
