package io.patchbay.store.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All patches of one snapshot.
 *
 * @param blocks in the order of ids
 */
record PatchBlocks(long version, List<PatchBlock> blocks, Map<Long, PatchBlock> byNumber) {

    static final PatchBlocks NONE = of(0, List.of());

    static PatchBlocks of(long version, List<PatchBlock> blocks) {
        var byNumber = new HashMap<Long, PatchBlock>();
        blocks.forEach(block -> byNumber.put(block.number(), block));
        return new PatchBlocks(version, blocks, byNumber);
    }

    boolean has(long number, long version) {
        var block = byNumber.get(number);
        return block != null && block.version() == version;
    }

    PatchBlock with(long number) {
        var block = byNumber.get(number);
        if (block == null) {
            throw new IllegalArgumentException("no block has the number " + number);
        }
        return block;
    }

    PatchBlocks newer(PatchBlocks other) {
        return other.version > version ? other : this;
    }
}
