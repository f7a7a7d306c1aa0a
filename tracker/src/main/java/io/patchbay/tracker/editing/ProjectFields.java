package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.Project.Links;

import org.jspecify.annotations.Nullable;

/**
 * What shall be changed of a project; null for what stays.
 *
 * @param rules the word of a {@link io.patchbay.tracker.model.RuleSet}
 */
public record ProjectFields(
        @Nullable String webUrl,
        @Nullable String scmUrl,
        @Nullable String webScmUrl,
        @Nullable String listArchiveUrl,
        @Nullable String listArchiveUrlFormat,
        @Nullable String commitUrlFormat,
        @Nullable Boolean sendNotifications,
        @Nullable Boolean showDependencies,
        @Nullable String rules) {

    public static final ProjectFields NONE =
            new ProjectFields(null, null, null, null, null, null, null, null, null);

    public ProjectFields sendNotifications(boolean to) {
        return new ProjectFields(
                webUrl,
                scmUrl,
                webScmUrl,
                listArchiveUrl,
                listArchiveUrlFormat,
                commitUrlFormat,
                to,
                showDependencies,
                rules);
    }

    /**
     * @param format of the address of one mail; null if there is none
     */
    public ProjectFields listArchive(String url, @Nullable String format) {
        return new ProjectFields(
                webUrl,
                scmUrl,
                webScmUrl,
                url,
                format,
                commitUrlFormat,
                sendNotifications,
                showDependencies,
                rules);
    }

    public ProjectFields rules(String to) {
        return new ProjectFields(
                webUrl,
                scmUrl,
                webScmUrl,
                listArchiveUrl,
                listArchiveUrlFormat,
                commitUrlFormat,
                sendNotifications,
                showDependencies,
                to);
    }

    Links links(Links now) {
        return new Links(
                or(webUrl, now.webUrl()),
                or(scmUrl, now.scmUrl()),
                or(webScmUrl, now.webScmUrl()),
                or(listArchiveUrl, now.listArchiveUrl()),
                or(listArchiveUrlFormat, now.listArchiveUrlFormat()),
                or(commitUrlFormat, now.commitUrlFormat()));
    }

    private static String or(@Nullable String wanted, String now) {
        return wanted == null ? now : wanted;
    }
}
