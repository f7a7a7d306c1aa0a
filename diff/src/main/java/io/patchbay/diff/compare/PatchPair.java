package io.patchbay.diff.compare;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What became of a patch from one version to the other.
 *
 * @param older null if the patch is new
 * @param newer null if it is dropped
 * @param status equal or changed only if both are there
 * @param isMoved whether the patch stands in another order to most others
 * @param rewritten of a dropped patch, the one with its title that is new; of a new one, the one
 *     that is dropped. The diffs have too little in common to be paired. Null for all others.
 */
public record PatchPair(
        @Nullable Numbered older,
        @Nullable Numbered newer,
        Status status,
        boolean isMoved,
        @Nullable Numbered rewritten) {

    /** A patch and its place in its version, from 1. */
    public record Numbered(int number, SeriesPatch patch) {}

    /** The sign is that of {@code git range-diff}. */
    public enum Status {
        EQUAL('='),
        /** Its diff, its message or its author. */
        CHANGED('!'),
        DROPPED('<'),
        ADDED('>');

        private final char sign;

        Status(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    static PatchPair of(Numbered older, Numbered newer, boolean isMoved) {
        boolean isEqual = older.patch.lines().equals(newer.patch.lines());
        return new PatchPair(older, newer, isEqual ? Status.EQUAL : Status.CHANGED, isMoved, null);
    }

    /** What changed in the patch, as hunks; empty unless the status is {@link Status#CHANGED}. */
    public List<DiffRow> diffOfDiffs() {
        return older == null || newer == null
                ? List.of()
                : RowsOfDiff.ofPatches(older.patch.text(), newer.patch.text());
    }

    /**
     * What changed in the diff of the patch, whose author and message are left out, as hunks; empty
     * unless both patches are there.
     */
    public List<DiffRow> diffOfDiffsAlone() {
        return older == null || newer == null
                ? List.of()
                : RowsOfDiff.ofPatches(older.patch.text().diff(), newer.patch.text().diff());
    }

    /**
     * What has to be done where the older patch is applied to have the newer one instead, as a diff
     * in git's form, as far as the patches show the files; empty unless both patches are there.
     */
    public String interdiff() {
        return older == null || newer == null
                ? ""
                : Interdiff.of(older.patch.diff(), newer.patch.diff());
    }

    /** All lines of the messages; empty unless both patches are there. */
    public List<DiffRow> messages() {
        return older == null || newer == null
                ? List.of()
                : RowsOfDiff.ofMessages(older.patch.message(), newer.patch.message());
    }

    /** Whether the messages are the same. */
    public boolean isMessageEqual() {
        return older != null
                && newer != null
                && older.patch.message().equals(newer.patch.message());
    }

    /** Whether the diffs are the same, but for places and ids. */
    public boolean isDiffEqual() {
        return older != null
                && newer != null
                && older.patch.text().diffLines().equals(newer.patch.text().diffLines());
    }

    /** The title of the older patch, if there is one. */
    public String title() {
        var known = older == null ? newer : older;
        return known == null ? "" : known.patch.title();
    }
}
