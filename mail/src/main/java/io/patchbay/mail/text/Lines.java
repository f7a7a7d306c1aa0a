package io.patchbay.mail.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks a message line by line and stops at what ends the part being read: a boundary of any
 * multipart around it. A line includes its line end: LF, CR or CRLF.
 */
public final class Lines {

    /** Tells whether the line from {@code start} to {@code end} ends a part. */
    public interface Stop {
        boolean at(String text, int start, int end);

        /** Whether it stops at no line but such as begin with two hyphens. */
        default boolean wantsHyphens() {
            return false;
        }
    }

    private static final String HYPHENS = "--";

    private final String text;
    private final Deque<Stop> stops = new ArrayDeque<>();
    private int start;
    private int end;

    /** How many stops have to be asked about every line, however deep the parts are nested. */
    private int curiousStops;

    /** The next LF and CR, looked for only when they have been passed. */
    private int feed = -1;

    private int carriageReturn = -1;

    public Lines(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Where the current line begins. */
    public int start() {
        return start;
    }

    /** Where the current line ends, and the next one begins. */
    public int end() {
        return end;
    }

    public boolean hasNext() {
        boolean stepped = next();
        if (stepped) {
            back();
        }
        return stepped;
    }

    /** Steps to the next line; false, and no step, at the end of the part. */
    public boolean next() {
        int nextEnd = lineEnd(end);
        if (nextEnd == end || stopsAt(end, nextEnd)) {
            return false;
        }
        start = end;
        end = nextEnd;
        return true;
    }

    /** The line that {@link #next} has just found will be read again. */
    public void back() {
        end = start;
    }

    /** Steps over everything up to the end of the part. */
    public void skipRest() {
        if (stops.isEmpty()) {
            start = text.length();
            end = start;
            return;
        }
        while (next()) {
            // next() is the step
        }
    }

    public void stopAt(Stop stop) {
        stops.push(stop);
        curiousStops += stop.wantsHyphens() ? 0 : 1;
    }

    public void removeStop() {
        curiousStops -= stops.pop().wantsHyphens() ? 0 : 1;
    }

    private boolean stopsAt(int lineStart, int lineEnd) {
        if (curiousStops == 0 && !text.startsWith(HYPHENS, lineStart)) {
            return false;
        }
        for (var stop : stops) {
            if (stop.at(text, lineStart, lineEnd)) {
                return true;
            }
        }
        return false;
    }

    private int lineEnd(int from) {
        if (feed < from) {
            feed = found('\n', from);
        }
        if (carriageReturn < from) {
            carriageReturn = found('\r', from);
        }
        if (carriageReturn < feed - 1) {
            return carriageReturn + 1;
        }
        return Math.min(feed + 1, text.length());
    }

    private int found(char character, int from) {
        int place = text.indexOf(character, from);
        return place < 0 ? text.length() : place;
    }
}
