package io.patchbay.diff.lines;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Moves the changes of one text to where git shows them. A run of changed lines can move up if the
 * line above it is its last line, and down if the line below is its first; runs that meet become
 * one. While a run moves, it passes places of the other text, which may be changed too.
 *
 * <p>Runs are counted with the empty ones between two unchanged lines, so that both texts have as
 * many.
 */
final class Sliding {

    private static final int NONE = -1;

    /** Further up a run is not tried. */
    private static final int MOST_TRIED = 100;

    private final int[] ids;
    private final @Nullable List<String> lines;
    private final Run own;
    private final Run other;

    /**
     * @param changed of the text whose changes are moved
     * @param lines of that text; null if indentation does not matter
     */
    Sliding(int[] ids, boolean[] changed, boolean[] others, @Nullable List<String> lines) {
        this.ids = ids;
        this.lines = lines;
        this.own = new Run(changed);
        this.other = new Run(others);
    }

    void slideAll() {
        do {
            if (!own.isEmpty()) {
                slide();
            }
            other.next();
        } while (own.next());
    }

    private void slide() {
        int size;
        int highestEnd;
        int besideOther;
        do {
            size = own.size();
            besideOther = NONE;
            while (up()) {
                // as far as it goes
            }
            highestEnd = own.end;
            if (!other.isEmpty()) {
                besideOther = own.end;
            }
            while (down()) {
                if (!other.isEmpty()) {
                    besideOther = own.end;
                }
            }
        } while (size != own.size());
        if (own.end == highestEnd) {
            return;
        }
        if (besideOther != NONE) {
            while (other.isEmpty()) {
                up();
            }
        } else if (lines != null) {
            int end = best(lines, own.end, highestEnd, size);
            while (own.end > end) {
                up();
            }
        }
    }

    private static int best(List<String> lines, int end, int highestEnd, int size) {
        int best = NONE;
        Split least = null;
        int from = Math.max(highestEnd, Math.max(end - size - 1, end - MOST_TRIED));
        for (int tried = from; tried <= end; tried++) {
            var split = Split.at(lines, tried).plus(Split.at(lines, tried - size));
            if (least == null || !least.isBetterThan(split)) {
                least = split;
                best = tried;
            }
        }
        return best;
    }

    private boolean up() {
        if (own.start == 0 || ids[own.start - 1] != ids[own.end - 1]) {
            return false;
        }
        own.moveUp();
        other.previous();
        return true;
    }

    private boolean down() {
        if (own.end == ids.length || ids[own.start] != ids[own.end]) {
            return false;
        }
        own.moveDown();
        other.next();
        return true;
    }

    /** Changed lines one after another, as many as there are; or none. */
    private static final class Run {

        private final boolean[] changed;
        private int start;
        private int end;

        Run(boolean[] changed) {
            this.changed = changed;
            extendDown();
        }

        boolean isEmpty() {
            return start == end;
        }

        int size() {
            return end - start;
        }

        /** Returns whether there is one. */
        boolean next() {
            if (end == changed.length) {
                return false;
            }
            start = end + 1;
            end = start;
            extendDown();
            return true;
        }

        void previous() {
            end = start - 1;
            start = end;
            extendUp();
        }

        void moveUp() {
            changed[--start] = true;
            changed[--end] = false;
            extendUp();
        }

        void moveDown() {
            changed[start++] = false;
            changed[end++] = true;
            extendDown();
        }

        private void extendUp() {
            while (start > 0 && changed[start - 1]) {
                start--;
            }
        }

        private void extendDown() {
            while (end < changed.length && changed[end]) {
                end++;
            }
        }
    }
}
