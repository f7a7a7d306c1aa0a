package io.patchbay.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Walks a message line by line and stops at what ends the part being read: a boundary of any
 * multipart around it. A line includes its line end: LF, CR or CRLF.
 */
final class Lines {

    /** Tells whether the line from {@code start} to {@code end} ends a part. */
    interface Stop {
        boolean at(String text, int start, int end);
    }

    private final String text;
    private final boolean carriageReturns;
    private final Deque<Stop> stops = new ArrayDeque<>();
    private int start;
    private int end;

    Lines(String text) {
        this.text = text;
        this.carriageReturns = text.indexOf('\r') >= 0;
    }

    String text() {
        return text;
    }

    /** Where the current line begins. */
    int start() {
        return start;
    }

    /** Where the current line ends, and the next one begins. */
    int end() {
        return end;
    }

    boolean hasNext() {
        boolean stepped = next();
        if (stepped) {
            back();
        }
        return stepped;
    }

    /** Steps to the next line; false, and no step, at the end of the part. */
    boolean next() {
        int nextEnd = lineEnd(end);
        if (nextEnd == end || stopsAt(end, nextEnd)) {
            return false;
        }
        start = end;
        end = nextEnd;
        return true;
    }

    /** The current line will be read again. */
    void back() {
        end = start;
    }

    /** Steps over everything up to the end of the part. */
    void skipRest() {
        if (stops.isEmpty()) {
            start = text.length();
            end = start;
            return;
        }
        while (next()) {
            // next() is the step
        }
    }

    void stopAt(Stop stop) {
        stops.push(stop);
    }

    void removeStop() {
        stops.pop();
    }

    private boolean stopsAt(int lineStart, int lineEnd) {
        for (Iterator<Stop> around = stops.iterator(); around.hasNext(); ) {
            if (around.next().at(text, lineStart, lineEnd)) {
                return true;
            }
        }
        return false;
    }

    private int lineEnd(int from) {
        int feed = text.indexOf('\n', from);
        int lineEnd = feed < 0 ? text.length() : feed + 1;
        if (!carriageReturns) {
            return lineEnd;
        }
        for (int index = from; index < lineEnd; index++) {
            if (text.charAt(index) == '\r') {
                return index + 1 < lineEnd && text.charAt(index + 1) == '\n'
                        ? index + 2
                        : index + 1;
            }
        }
        return lineEnd;
    }
}
