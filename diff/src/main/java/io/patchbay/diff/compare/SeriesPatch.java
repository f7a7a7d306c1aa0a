package io.patchbay.diff.compare;

import io.patchbay.diff.ParsedDiff;

import java.util.List;

/**
 * A patch of a series, as it is compared: with what becomes of it when {@code git am} has applied
 * it. Who sent it, when, and what stands below the message do not count.
 */
public final class SeriesPatch {

    private final String author;
    private final String message;
    private final ParsedDiff diff;
    private final PatchText text;

    private SeriesPatch(String author, String message, ParsedDiff diff) {
        this.author = author;
        this.message = message;
        this.diff = diff;
        this.text = PatchText.of(author, message, diff);
    }

    /**
     * @param author as git writes it, {@code A U Thor <author@example.com>}
     * @param message of the commit, its first line the title
     */
    public static SeriesPatch of(String author, String message, ParsedDiff diff) {
        return new SeriesPatch(author, message, diff);
    }

    public String author() {
        return author;
    }

    public String message() {
        return message;
    }

    /** The first line of the message. */
    public String title() {
        int feed = message.indexOf('\n');
        return feed < 0 ? message : message.substring(0, feed);
    }

    public ParsedDiff diff() {
        return diff;
    }

    /** Author, message and diff, in the form that {@code git range-diff} compares. */
    public List<String> lines() {
        return text.lines();
    }

    PatchText text() {
        return text;
    }
}
