package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

/**
 * A mailing list that is tracked (data-model §1). Unset URLs are empty, never null.
 *
 * @param subjectMatch a regular expression that a subject must contain, empty for any subject
 * @param rules by which its mails find their series
 */
public record Project(
        long id,
        String linkName,
        String name,
        String listId,
        String listEmail,
        String subjectMatch,
        Links links,
        boolean sendNotifications,
        boolean showDependencies,
        boolean useTags,
        RuleSet rules) {

    /**
     * Where a project's people, code and archives are found.
     *
     * @param listArchiveUrlFormat where a mail is archived, with {@code {}} for its bare Message-ID
     * @param commitUrlFormat where a commit is shown, with {@code {}} for its id
     */
    public record Links(
            String webUrl,
            String scmUrl,
            String webScmUrl,
            String listArchiveUrl,
            String listArchiveUrlFormat,
            String commitUrlFormat) {

        public static final Links NONE = new Links("", "", "", "", "", "");
    }

    /** The same, but whether submitters are told of new states by mail is said anew. */
    public Project sendingNotifications(boolean sent) {
        return new Project(
                id,
                linkName,
                name,
                listId,
                listEmail,
                subjectMatch,
                links,
                sent,
                showDependencies,
                useTags,
                rules);
    }

    /** The archive's page for a mail, or null where the project names no archive. */
    public @Nullable String archiveUrlOf(String bareMessageId) {
        var format = links.listArchiveUrlFormat();
        return format.isEmpty() ? null : format.replace("{}", bareMessageId);
    }
}
