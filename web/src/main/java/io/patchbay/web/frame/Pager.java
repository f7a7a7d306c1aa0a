package io.patchbay.web.frame;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a list's pages.
 *
 * @param page from 1
 */
public record Pager(int page, int last) {

    /** Stands where numbers are left out. */
    public static final int GAP = 0;

    /** The page that is wanted, or the nearest there is. */
    public static Pager of(int wanted, long rows, int perPage) {
        int last = (int) Math.max(1, (rows + perPage - 1) / perPage);
        return new Pager(Math.clamp(wanted, 1, last), last);
    }

    /** The page that a parameter asks for: the first, if it is no number (web-ui.md §4.2). */
    public static int wanted(String parameter) {
        try {
            return new BigInteger(parameter.strip())
                    .max(BigInteger.ONE)
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .intValue();
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    public boolean isNeeded() {
        return last > 1;
    }

    /** The numbers to show, with {@link #GAP} between those that do not follow one another. */
    public List<Integer> numbers() {
        var numbers = new ArrayList<Integer>();
        for (int number = 1; number <= last; number++) {
            if (isShown(number)) {
                numbers.add(number);
            } else if (numbers.getLast() != GAP) {
                numbers.add(GAP);
            }
        }
        return numbers;
    }

    private boolean isShown(int number) {
        if (last <= 4 || number <= 2 || number > last - 2) {
            return true;
        }
        if (page < 4) {
            return number <= 4;
        }
        if (page >= last - 2) {
            return number > last - 4;
        }
        return Math.abs(number - page) <= 1;
    }
}
