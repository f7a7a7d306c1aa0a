package io.patchbay.store.query;

import static java.util.Objects.requireNonNull;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.PatchVersions;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which patches have a word in their names, for the words that were asked for last: what {@link
 * PatchNames} told of a block is not asked again until the block changes.
 */
final class NameHits {

    /** Each takes at most an eighth of a byte a patch. */
    private static final int WORDS = 100;

    private static final long[] NO_BITS = PatchBlock.noBits();

    /** Of one block at one version. */
    private record Hits(long version, long[] bits) {

        Hits with(long id) {
            var filled = bits == NO_BITS ? new Hits(version, PatchBlock.noBits()) : this;
            PatchBlock.set(filled.bits, id);
            return filled;
        }
    }

    /** Of all blocks at one version of all. */
    private record Found(long version, Map<Long, Hits> byBlock) {

        static final Found NOTHING = new Found(0, Map.of());

        boolean tellsOf(PatchBlock block) {
            var hits = byBlock.get(block.number());
            return hits != null && hits.version == block.version();
        }

        Found newer(Found other) {
            return other.version > version ? other : this;
        }
    }

    private final Map<String, Found> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(2 * WORDS, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
                            return size() > WORDS;
                        }
                    });

    /** A bit for each patch of a block. */
    interface Bits {
        long[] of(PatchBlock block);
    }

    Bits of(String word, PatchBlocks blocks, Sql sql) {
        var found = known.getOrDefault(word, Found.NOTHING);
        if (found.version != blocks.version()) {
            found = search(word, blocks, found, sql);
            known.merge(word, found, Found::newer);
        }
        var hits = found.byBlock;
        return block -> requireNonNull(hits.get(block.number())).bits;
    }

    private static Found search(String word, PatchBlocks blocks, Found before, Sql sql) {
        var all = blocks.blocks();
        var hits = new HashMap<Long, Hits>();
        for (int from = 0; from < all.size(); ) {
            var block = all.get(from);
            if (before.tellsOf(block)) {
                hits.put(block.number(), before.byBlock.get(block.number()));
                from++;
                continue;
            }
            int to = from;
            while (to < all.size() && !before.tellsOf(all.get(to))) {
                hits.put(all.get(to).number(), new Hits(all.get(to).version(), NO_BITS));
                to++;
            }
            PatchNames.eachWith(
                    sql,
                    word,
                    block.firstId(),
                    all.get(to - 1).lastId(),
                    id ->
                            hits.computeIfPresent(
                                    PatchVersions.blockOf(id), (_, old) -> old.with(id)));
            from = to;
        }
        return new Found(blocks.version(), hits);
    }
}
