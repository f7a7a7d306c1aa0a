package io.patchbay.tracker.mbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The trailers of replies that go into the message of a patch (web-ui §6.1): each of them once,
 * none that the message has, and none below the header of a mail that is quoted without marks.
 */
final class Trailers {

    private Trailers() {}

    /**
     * What the replies add, a line each.
     *
     * @param message that of the patch
     * @param replies in the order in which their trailers are to stand
     */
    static List<String> added(String message, List<String> replies) {
        var found = new ArrayList<Trailer>();
        for (var reply : replies) {
            if (Trailer.mayStandIn(reply)) {
                found.addAll(in(QuotedMail.above(lines(reply))));
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Set<String> given = new HashSet<>();
        in(lines(message)).forEach(own -> given.add(own.identity()));
        return found.stream()
                .filter(trailer -> given.add(trailer.identity()))
                .map(Trailer::text)
                .toList();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r?\n", -1));
    }

    private static List<Trailer> in(List<String> lines) {
        var found = new ArrayList<Trailer>();
        int index = 0;
        while (index < lines.size()) {
            var text = lines.get(index++);
            var trailer = Trailer.of(text);
            // What is not whole yet may go on in the next lines.
            for (int end = index; trailer == null && goesOn(text, lines, end); end++) {
                text = text.stripTrailing() + " " + lines.get(end).strip();
                trailer = Trailer.of(text);
                index = trailer == null ? index : end + 1;
            }
            if (trailer != null) {
                found.add(trailer);
            }
        }
        return found;
    }

    private static boolean goesOn(String text, List<String> lines, int next) {
        return next < lines.size()
                && text.length() <= Trailer.LONGEST
                && Trailer.isBegun(text)
                && !Trailer.isBegun(lines.get(next))
                && Trailer.continues(text, lines.get(next));
    }
}
