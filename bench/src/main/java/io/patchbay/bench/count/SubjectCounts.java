package io.patchbay.bench.count;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How versions and numbers are spelt, and how whole series are (mail-ingest §8, §21). */
final class SubjectCounts implements Counter {

    private static final String SUBJECTS = "subjects";
    private static final String VERSIONS = "spellings of versions, patch mails and cover letters";
    private static final String NUMBERS = "spellings of numbers, patch mails and cover letters";
    private static final String SERIES = "series";

    private static final Pattern MARK = Pattern.compile("(?i)patch|rfc|rft|resend|repost");
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d+)\\s*/\\s*(\\d+)\\b");
    private static final Pattern VERSION = Pattern.compile("(?i)v(\\d+)\\b");

    private static final Map<String, Pattern> SPELLINGS_OF_VERSIONS =
            ordered(
                    "`v2` alone", "(?:^|[\\s,\\[])v\\d+(?=$|[\\s,\\]])",
                    "`V2` alone", "(?:^|[\\s,\\[])V\\d+(?=$|[\\s,\\]])",
                    "`PATCHv2`", "(?i:patch|rfc|rft|resend|repost)[vV]\\d+",
                    "`v2.1`", "(?i)\\bv\\d+\\.\\d+",
                    "`ver 2`, `version 2`, `rev 2`",
                            "(?i)\\b(?:ver|version|rev|revision)[ ._-]?\\d+",
                    "`v 2`, `v.2`, `v-2`", "(?i)\\bv[ ._#-]\\d+");

    private static final Map<String, Pattern> SPELLINGS_OF_NUMBERS =
            ordered(
                    "`1/3`", "\\b\\d+/\\d+\\b",
                    "`1 / 3`", "\\b\\d+ +/ *\\d+\\b|\\b\\d+/ +\\d+\\b",
                    "`1 of 3`", "(?i)\\b\\d+ ?of ?\\d+\\b",
                    "`1.5/3`, `1a/3`", "\\b\\d+(?:\\.\\d+|[a-z])/\\d+\\b");

    /** What came of a series, by its thread, version, total and sender. */
    private final Map<List<String>, Set<Integer>> series = new HashMap<>();

    private static Map<String, Pattern> ordered(String... pairs) {
        var patterns = new LinkedHashMap<String, Pattern>();
        for (int at = 0; at < pairs.length; at += 2) {
            patterns.put(pairs[at], Pattern.compile(pairs[at + 1]));
        }
        return patterns;
    }

    @Override
    public void count(CountedMail mail, Tally tally) {
        int length = mail.subject().codePointCount(0, mail.subject().length());
        tally.countIf(length > 255, SUBJECTS, "over 255 characters");
        tally.most(SUBJECTS, "characters of the longest", length);
        var brackets = DiffCounts.bracketsOf(mail.subject());
        tally.countIf(
                mail.isPatch() && !MARK.matcher(mail.subject()).find(),
                SUBJECTS,
                "patch mails without PATCH, RFC, RFT or RESEND");
        tally.countIf(
                mail.isPatch() && brackets.isEmpty(), SUBJECTS, "patch mails without brackets");
        if (mail.isReply() || !MARK.matcher(brackets).find()) {
            return;
        }
        SPELLINGS_OF_VERSIONS.forEach(
                (name, pattern) -> tally.countIf(pattern.matcher(brackets).find(), VERSIONS, name));
        SPELLINGS_OF_NUMBERS.forEach(
                (name, pattern) -> tally.countIf(pattern.matcher(brackets).find(), NUMBERS, name));
        countSeries(mail, brackets, tally);
    }

    private void countSeries(CountedMail mail, String brackets, Tally tally) {
        var version = VERSION.matcher(brackets);
        int number = version.find() ? toInt(version.group(1)) : 1;
        var place = NUMBER.matcher(brackets);
        boolean isNumbered = place.find();
        var headers = mail.headers();
        boolean answers = headers.has("In-Reply-To") || headers.has("References");
        boolean isFirst = !isNumbered || toInt(place.group(1)) == 0;
        if (number > 1 && isFirst) {
            tally.count(SERIES, "first mails of version 2 and later");
            tally.countIf(answers, SERIES, "… sent as replies");
        }
        if (isNumbered && toInt(place.group(2)) > 1) {
            series.computeIfAbsent(key(mail, number, place.group(2)), _ -> new HashSet<>())
                    .add(toInt(place.group(1)));
        }
    }

    private static List<String> key(CountedMail mail, int version, String total) {
        var thread =
                Stream.of("References", "In-Reply-To", "Message-ID")
                        .flatMap(name -> mail.headers().ids(name).stream())
                        .findFirst()
                        .orElse("");
        var from = mail.headers().first("From").orElse("").toLowerCase(Locale.ROOT);
        return List.of(thread, String.valueOf(version), total, from);
    }

    private static int toInt(String digits) {
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    @Override
    public void end(Tally tally) {
        tally.add(SERIES, "series of two and more", series.size());
        tally.add(
                SERIES,
                "… of which numbers are missing",
                series.entrySet().stream()
                        .filter(one ->
                                one.getValue().stream().filter(place -> place > 0).count()
                                        < toInt(one.getKey().get(2)))
                        .count());
    }
}
