package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines by which a patch or cover letter names the series it needs (mail-ingest §17). */
final class Dependencies {

    private static final String LINE = "Depends-on: ";

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://[^/?\\s]*(/[\\w\\-./=&@:%_+()]*)?(\\?[\\w\\-./=&@:%?_+()]*)?\\s*?(?=\\n|\\z)",
                    FLAGS);
    private static final Pattern MESSAGE_ID = Pattern.compile("(<[^>]+>)\\s*?(?=\\n|\\z)", FLAGS);
    private static final Pattern SERIES_LIST =
            Pattern.compile("/project/[^/]+/list/", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PATCH_PAGE =
            Pattern.compile("/project/[^/]+/patch/(.+)/", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SERIES_OF_LIST = Pattern.compile("[?&]series=(\\d{1,18})(?:&|$)");

    private Dependencies() {}

    /** What a mail names as needed. */
    sealed interface Target {
        record OfSeries(long id) implements Target {}

        /** The series of the patch or cover letter with this Message-ID. */
        record OfMail(MessageId id) implements Target {}
    }

    /** Addresses that lead neither to a series nor to a patch are left out. */
    static List<Target> in(String content) {
        List<Target> targets = List.of();
        int line = 0;
        while (line < content.length()) {
            if (content.regionMatches(true, line, LINE, 0, LINE.length())) {
                targets = targets.isEmpty() ? new ArrayList<>() : targets;
                addTarget(targets, content, line + LINE.length());
            }
            int end = content.indexOf('\n', line);
            line = end < 0 ? content.length() : end + 1;
        }
        return targets;
    }

    private static void addTarget(List<Target> targets, String content, int start) {
        var id = at(MESSAGE_ID, content, start);
        if (id.lookingAt()) {
            targets.add(new Target.OfMail(new MessageId(id.group(1))));
            return;
        }
        var address = at(ADDRESS, content, start);
        if (address.lookingAt()) {
            addTarget(targets, textOf(address, 1), textOf(address, 2));
        }
    }

    private static Matcher at(Pattern pattern, String content, int start) {
        return pattern.matcher(content).region(start, content.length());
    }

    private static String textOf(Matcher matcher, int group) {
        var text = matcher.group(group);
        return text == null ? "" : text;
    }

    /** The host is not compared: an instance may be reached, and linked to, by several names. */
    private static void addTarget(List<Target> targets, String path, String query) {
        var page = PATCH_PAGE.matcher(path);
        var series = SERIES_OF_LIST.matcher(query);
        if (page.matches()) {
            targets.add(new Target.OfMail(new MessageId("<" + page.group(1) + ">")));
        } else if (SERIES_LIST.matcher(path).matches() && series.find()) {
            targets.add(new Target.OfSeries(Long.parseLong(series.group(1))));
        }
    }
}
