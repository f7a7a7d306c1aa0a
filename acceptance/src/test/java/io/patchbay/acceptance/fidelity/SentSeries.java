package io.patchbay.acceptance.fidelity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that an author mailed, and what was answered.
 *
 * @param kind of oddity
 * @param name unique among all
 * @param commits each upon the one before; several are a series
 * @param replies to the last of them
 * @param trailers that the replies add to the message of the last
 * @param readByGit whether git makes of the mail itself what was meant
 */
record SentSeries(
        String kind,
        String name,
        List<Commit> commits,
        MailForm form,
        List<String> replies,
        List<String> trailers,
        boolean readByGit) {

    static SentSeries of(String kind, String name, MailForm form, Commit... commits) {
        return new SentSeries(
                kind, kind + "-" + name, List.of(commits), form, List.of(), List.of(), true);
    }

    /** Once more, if it was before. */
    SentSeries answered(String reply, String... trailers) {
        return new SentSeries(
                kind,
                name,
                commits,
                form,
                Stream.concat(replies.stream(), Stream.of(reply)).toList(),
                Stream.concat(this.trailers.stream(), Stream.of(trailers)).toList(),
                readByGit);
    }

    /** git itself gets it wrong, or needs options. */
    SentSeries misreadByGit() {
        return new SentSeries(kind, name, commits, form, replies, trailers, false);
    }

    String messageId(int number) {
        return "%s.%d@example.com".formatted(name.toLowerCase(Locale.ROOT), number);
    }

    /** What the log is to say of a commit, where git has no blanks at the end of a line. */
    String meantMessage(int number) {
        var message = commits.get(number - 1).message().replaceAll("(?m)[ \t]+$", "");
        return number == commits.size()
                ? message + String.join("", trailers.stream().map(each -> each + "\n").toList())
                : message;
    }

    @Override
    public String toString() {
        return name;
    }
}
