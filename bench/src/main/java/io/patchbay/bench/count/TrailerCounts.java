package io.patchbay.bench.count;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What reviewers write into replies (mail-ingest §16). */
final class TrailerCounts implements Counter {

    private static final String TABLE = "trailers in replies";

    private static final Pattern TRAILER =
            Pattern.compile("(?m)^([A-Za-z]+(?:-[A-Za-z]+)*-[Bb][Yy])[ \\t]*:[ \\t]*(.*)$");

    private static final Set<String> USUAL =
            Set.of(
                    "Reviewed-by",
                    "Acked-by",
                    "Tested-by",
                    "Signed-off-by",
                    "Reported-by",
                    "Suggested-by",
                    "Co-developed-by",
                    "Nacked-by");

    private static final Set<String> LOWER =
            Set.copyOf(USUAL.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());

    @Override
    public void count(CountedMail mail, Tally tally) {
        if (!mail.isReply()) {
            return;
        }
        TRAILER.matcher(mail.text())
                .results()
                .forEach(found -> {
                    var key = found.group(1);
                    if (USUAL.contains(key)) {
                        tally.word(TABLE, key);
                    } else if (LOWER.contains(key.toLowerCase(Locale.ROOT))) {
                        tally.word(TABLE, "these in other letter case");
                    } else {
                        tally.word(TABLE, "other keys in -by");
                    }
                    boolean hasAddress = found.group(2).indexOf('@') > 0;
                    if (!hasAddress && LOWER.contains(key.toLowerCase(Locale.ROOT))) {
                        tally.word(TABLE, "these without an address on their line");
                    }
                });
    }
}
