package io.patchbay.diff.lines;

/**
 * The search of Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986, section
 * 4b) for a point on a shortest way through the edit graph: from both corners at once, one more
 * edit at a time. As git does, it gives up after some edits, and takes what looks good before.
 *
 * <p>Diagonal {@code k} is where the place in the first text is {@code k} ahead of that in the
 * second.
 */
final class MiddleSearch {

    /** A run of equal lines that is no accident. */
    private static final int GOOD_RUN = 20;

    /** So many edits are made before a good run ends the search. */
    private static final int EDITS_BEFORE_GUESSING = 256;

    /** The least that the largest number of edits may be. */
    private static final int LEAST_MOST_EDITS = 256;

    /** How much further than its edits a way must have come to be taken. */
    private static final int WORTH = 4;

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final int[] first;
    private final int[] second;

    /** How far each diagonal was followed from the start, in the first text; by diagonal + zero. */
    private final int[] forward;

    /** How far back from the end. */
    private final int[] backward;

    private final int zero;
    private final int mostEdits;

    private int firstStart;
    private int firstEnd;
    private int secondStart;
    private int secondEnd;

    /** The diagonals that are followed from the start. */
    private int forwardLow;

    private int forwardHigh;
    private int backwardLow;
    private int backwardHigh;
    private boolean metGoodRun;

    private int foundFirst;
    private int foundSecond;
    private boolean exactBefore;
    private boolean exactBehind;
    private long steps;

    MiddleSearch(int[] first, int[] second) {
        this.first = first;
        this.second = second;
        int diagonals = first.length + second.length + 3;
        this.forward = new int[diagonals];
        this.backward = new int[diagonals];
        this.zero = second.length + 1;
        this.mostEdits = Math.max(roughRoot(diagonals), LEAST_MOST_EDITS);
    }

    /** A power of two near the square root, never below it. */
    static int roughRoot(int number) {
        int root = 1;
        for (int left = number; left > 0; left >>= 2) {
            root <<= 1;
        }
        return root;
    }

    /** Where the point is in the first text. */
    int foundFirst() {
        return foundFirst;
    }

    int foundSecond() {
        return foundSecond;
    }

    /** Whether what is before the point needs few enough edits to be searched to the end. */
    boolean exactBefore() {
        return exactBefore;
    }

    boolean exactBehind() {
        return exactBehind;
    }

    /** How many diagonals were followed a step, since the beginning. */
    long steps() {
        return steps;
    }

    /**
     * Finds a point inside a box whose first lines differ and whose last lines do.
     *
     * @param exact never to give up
     */
    void search(int firstFrom, int firstTo, int secondFrom, int secondTo, boolean exact) {
        firstStart = firstFrom;
        firstEnd = firstTo;
        secondStart = secondFrom;
        secondEnd = secondTo;
        forwardLow = firstStart - secondStart;
        forwardHigh = forwardLow;
        backwardLow = firstEnd - secondEnd;
        backwardHigh = backwardLow;
        forward[forwardLow + zero] = firstStart;
        backward[backwardLow + zero] = firstEnd;
        boolean meetsForward = ((forwardLow - backwardLow) & 1) != 0;
        for (int edits = 1; ; edits++) {
            metGoodRun = false;
            steps += forwardHigh - forwardLow + backwardHigh - backwardLow + 4L;
            if (stepForward(meetsForward) || stepBackward(!meetsForward)) {
                exactBefore = true;
                exactBehind = true;
                return;
            }
            if (exact) {
                continue;
            }
            boolean guess = metGoodRun && edits > EDITS_BEFORE_GUESSING;
            if (guess && (findWorthForward(edits) || findWorthBackward(edits))) {
                return;
            }
            if (edits >= mostEdits) {
                giveUp();
                return;
            }
        }
    }

    private boolean stepForward(boolean meets) {
        int least = firstStart - secondEnd;
        int most = firstEnd - secondStart;
        if (forwardLow > least) {
            forwardLow--;
            forward[forwardLow - 1 + zero] = -1;
        } else {
            forwardLow++;
        }
        if (forwardHigh < most) {
            forwardHigh++;
            forward[forwardHigh + 1 + zero] = -1;
        } else {
            forwardHigh--;
        }
        for (int diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2) {
            int at = diagonal + zero;
            int begin = Math.max(forward[at - 1] + 1, forward[at + 1]);
            int place = begin;
            int other = place - diagonal;
            while (place < firstEnd && other < secondEnd && first[place] == second[other]) {
                place++;
                other++;
            }
            metGoodRun |= place - begin > GOOD_RUN;
            steps += place - begin;
            forward[at] = place;
            if (meets
                    && diagonal >= backwardLow
                    && diagonal <= backwardHigh
                    && backward[at] <= place) {
                found(place, other);
                return true;
            }
        }
        return false;
    }

    private boolean stepBackward(boolean meets) {
        int least = firstStart - secondEnd;
        int most = firstEnd - secondStart;
        if (backwardLow > least) {
            backwardLow--;
            backward[backwardLow - 1 + zero] = NOWHERE;
        } else {
            backwardLow++;
        }
        if (backwardHigh < most) {
            backwardHigh++;
            backward[backwardHigh + 1 + zero] = NOWHERE;
        } else {
            backwardHigh--;
        }
        for (int diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2) {
            int at = diagonal + zero;
            int begin = Math.min(backward[at - 1], backward[at + 1] - 1);
            int place = begin;
            int other = place - diagonal;
            while (place > firstStart
                    && other > secondStart
                    && first[place - 1] == second[other - 1]) {
                place--;
                other--;
            }
            metGoodRun |= begin - place > GOOD_RUN;
            steps += begin - place;
            backward[at] = place;
            if (meets
                    && diagonal >= forwardLow
                    && diagonal <= forwardHigh
                    && place <= forward[at]) {
                found(place, other);
                return true;
            }
        }
        return false;
    }

    private void found(int place, int other) {
        foundFirst = place;
        foundSecond = other;
    }

    // --- Guesses --------------------------------------------------------------------------------

    /** The way that came furthest for its edits, if it ends with a good run. */
    private boolean findWorthForward(int edits) {
        int best = 0;
        int middle = firstStart - secondStart;
        for (int diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2) {
            int place = forward[diagonal + zero];
            int other = place - diagonal;
            int come = place - firstStart + other - secondStart - Math.abs(diagonal - middle);
            if (come > WORTH * edits
                    && come > best
                    && place >= firstStart + GOOD_RUN
                    && place < firstEnd
                    && other >= secondStart + GOOD_RUN
                    && other < secondEnd
                    && isRun(place - GOOD_RUN, other - GOOD_RUN)) {
                best = come;
                found(place, other);
            }
        }
        exactBefore = true;
        exactBehind = false;
        return best > 0;
    }

    private boolean findWorthBackward(int edits) {
        int best = 0;
        int middle = firstEnd - secondEnd;
        for (int diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2) {
            int place = backward[diagonal + zero];
            int other = place - diagonal;
            int come = firstEnd - place + secondEnd - other - Math.abs(diagonal - middle);
            if (come > WORTH * edits
                    && come > best
                    && place > firstStart
                    && place <= firstEnd - GOOD_RUN
                    && other > secondStart
                    && other <= secondEnd - GOOD_RUN
                    && isRun(place, other)) {
                best = come;
                found(place, other);
            }
        }
        exactBefore = false;
        exactBehind = true;
        return best > 0;
    }

    private boolean isRun(int place, int other) {
        for (int line = 0; line < GOOD_RUN; line++) {
            if (first[place + line] != second[other + line]) {
                return false;
            }
        }
        return true;
    }

    /** The point that is furthest from its corner. */
    private void giveUp() {
        long furthest = -1;
        int furthestPlace = -1;
        for (int diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2) {
            int place = Math.min(forward[diagonal + zero], firstEnd);
            int other = place - diagonal;
            if (other > secondEnd) {
                other = secondEnd;
                place = other + diagonal;
            }
            if (place + other > furthest) {
                furthest = place + other;
                furthestPlace = place;
            }
        }
        long nearest = NOWHERE;
        int nearestPlace = NOWHERE;
        for (int diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2) {
            int place = Math.max(firstStart, backward[diagonal + zero]);
            int other = place - diagonal;
            if (other < secondStart) {
                other = secondStart;
                place = other + diagonal;
            }
            if (place + other < nearest) {
                nearest = place + other;
                nearestPlace = place;
            }
        }
        exactBefore = firstEnd + secondEnd - nearest < furthest - (firstStart + secondStart);
        exactBehind = !exactBefore;
        if (exactBefore) {
            found(furthestPlace, (int) furthest - furthestPlace);
        } else {
            found(nearestPlace, (int) nearest - nearestPlace);
        }
    }
}
