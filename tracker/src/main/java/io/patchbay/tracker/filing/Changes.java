package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that some filed mails change in the store, each row once. */
public final class Changes {

    private final Map<Long, Sender> people = new LinkedHashMap<>();
    private final List<Filed.AsPatch> patches = new ArrayList<>();
    private final List<Filed.AsCover> covers = new ArrayList<>();
    private final List<Filed.AsComment> comments = new ArrayList<>();
    private final Map<Long, SeriesEntry> series = new LinkedHashMap<>();
    private final List<LeadsTo> leads = new ArrayList<>();
    private final Set<Dependency> dependencies = new LinkedHashSet<>();
    private final Map<Long, Integer> commentsOnPatch = new LinkedHashMap<>();
    private final Map<TagOfPatch, Integer> tags = new LinkedHashMap<>();
    private final Map<PatchesInState, Integer> patchCounts = new HashMap<>();
    private final List<Event.Occurrence> events = new ArrayList<>();
    private final List<Linked> links = new ArrayList<>();
    private final List<Again> again = new ArrayList<>();
    private final Set<Event.Occurrence> withdrawn = new HashSet<>();
    private final List<CommentHead> withdrawnComments = new ArrayList<>();
    private final List<CommentHead> moved = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();

    /**
     * A mail and those that it answers.
     *
     * @param msgid as stored
     */
    public record Linked(String msgid, List<MessageId> references) {}

    /**
     * A mail that is here already. It may have been filed before mails were kept.
     *
     * @param msgid as stored
     */
    public record Again(long project, String msgid, MailContent content) {}

    /**
     * A mail that is kept until more of its thread comes.
     *
     * @param msgid as stored
     * @param archived how its line ends are read
     * @param digest by which it is known among the kept mails
     * @param awaited the mails that it waits for
     */
    public record Waiting(
            long project,
            String msgid,
            boolean archived,
            String digest,
            byte[] raw,
            List<MessageId> awaited) {}

    /**
     * A mail that waits no more, or is filed and waits for a better place.
     *
     * @param msgid as stored
     * @param isDone whether it waits no more
     * @param digest null if it was not kept as one that is not filed
     */
    public record Settled(long project, String msgid, boolean isDone, @Nullable String digest) {}

    /** That one series needs another. */
    public record Dependency(long series, long needs) {}

    /** By what a series is found from now on. */
    public record LeadsTo(long project, long series, SeriesPlacement.Leads leads) {}

    public record TagOfPatch(long patch, long tag) {}

    public record PatchesInState(long project, long state) {}

    /**
     * A series that is new or changed.
     *
     * @param opening null if it was there before
     * @param name null if its name stays as it was
     * @param cover null if it got none
     * @param received how many patches it got
     * @param more how many it has more than was known
     */
    public record SeriesEntry(
            long id,
            SeriesPlacement.@Nullable Opening opening,
            @Nullable String name,
            @Nullable Long cover,
            int received,
            int more) {

        private SeriesEntry with(
                SeriesPlacement placement, @Nullable Long newCover, int newPatches) {
            return new SeriesEntry(
                    id,
                    opening == null ? placement.opening() : opening,
                    placement.name() == null ? name : placement.name(),
                    newCover == null ? cover : newCover,
                    received + newPatches,
                    more + placement.more());
        }
    }

    public void enter(Filed filed) {
        switch (filed) {
            case Filed.AsPatch patch -> {
                enter(patch.sender());
                enter(
                        patch.patch().head().project(),
                        patch.placement(),
                        null,
                        patch.placement().series() == null ? 0 : 1);
                enter(patch.placement(), patch.needs());
                long id = patch.patch().head().id();
                patches.add(patch);
                link(patch.patch().head().msgid(), patch.patch().content());
                enterTags(id, patch.patch().tags());
                patchCounts.merge(
                        new PatchesInState(
                                patch.patch().head().project().id(), patch.patch().state().id()),
                        1,
                        Integer::sum);
                events.addAll(patch.events());
                if (patch.cover() != null) {
                    enter(patch.cover());
                }
            }
            case Filed.AsCover cover -> {
                enter(cover.sender());
                var head = cover.cover().head();
                enter(head.project(), cover.placement(), head.id(), 0);
                enter(cover.placement(), cover.needs());
                covers.add(cover);
                link(cover.cover().head().msgid(), cover.cover().content());
                events.addAll(cover.events());
            }
            case Filed.AsComment comment -> {
                enter(comment.sender());
                withdraw(comment.comment().before());
                comments.add(comment);
                link(comment.comment().head().msgid(), comment.comment().content());
                var parent = comment.comment().head().parent();
                if (parent.kind() == Parent.Kind.PATCH) {
                    commentsOnPatch.merge(parent.id(), 1, Integer::sum);
                    enterTags(parent.id(), comment.comment().tags());
                }
                var before = comment.comment().before();
                if (before != null && before.parent().kind() == Parent.Kind.PATCH) {
                    commentsOnPatch.merge(before.parent().id(), -1, Integer::sum);
                    comment.comment()
                            .tags()
                            .forEach((tag, count) ->
                                    enterTags(before.parent().id(), Map.of(tag, -count)));
                }
                events.addAll(comment.events());
            }
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ -> {}
        }
    }

    /** It waits for more of its thread. */
    public void enterWaiting(Waiting mail) {
        waiting.add(mail);
    }

    public void enterSettled(Settled mail) {
        settled.add(mail);
    }

    /** It is here already. */
    public void enterAgain(IncomingMail mail) {
        again.add(new Again(mail.project().id(), mail.id().stored(), mail.content()));
    }

    /** What this batch filed and moved at once takes ids and is not written. */
    private void withdraw(@Nullable CommentHead before) {
        if (before == null) {
            return;
        }
        var filed =
                comments.stream().filter(one -> one.comment().head().equals(before)).findFirst();
        filed.ifPresentOrElse(
                one -> {
                    comments.remove(one);
                    withdrawn.addAll(one.events());
                    withdrawnComments.add(before);
                },
                () -> moved.add(before));
    }

    private void link(String msgid, MailContent content) {
        links.add(new Linked(msgid, content.references()));
    }

    private void enter(Sender sender) {
        if (sender.news() != Sender.News.NONE) {
            people.merge(
                    sender.person().id(),
                    sender,
                    (before, now) -> new Sender(now.person(), before.news()));
        }
    }

    private void enter(
            Project project, SeriesPlacement placement, @Nullable Long cover, int patchesInIt) {
        var opening = placement.opening();
        var id = opening == null ? placement.series() : (Long) opening.id();
        if (id != null) {
            var entry = series.getOrDefault(id, new SeriesEntry(id, null, null, null, 0, 0));
            series.put(id, entry.with(placement, cover, patchesInIt));
            if (placement.series() != null) {
                leads.add(new LeadsTo(project.id(), id, placement.leads()));
            }
        }
    }

    private void enter(SeriesPlacement placement, List<Long> needs) {
        var needing = placement.series();
        if (needing != null) {
            needs.forEach(needed -> dependencies.add(new Dependency(needing, needed)));
        }
    }

    private void enterTags(long patch, Map<Long, Integer> given) {
        given.forEach((tag, count) -> tags.merge(new TagOfPatch(patch, tag), count, Integer::sum));
    }

    public List<Again> again() {
        return again;
    }

    public List<Waiting> waiting() {
        return waiting;
    }

    /** Comments of earlier batches that were filed anew elsewhere. */
    public List<CommentHead> moved() {
        return moved;
    }

    /** Comments of this batch that were; they take their ids and are not written. */
    public List<CommentHead> withdrawnComments() {
        return withdrawnComments;
    }

    /** Whether an event is of such a comment. */
    public boolean isWithdrawn(Event.Occurrence event) {
        return withdrawn.contains(event);
    }

    public List<Settled> settled() {
        return settled;
    }

    /** Nothing to write. */
    public boolean isEmpty() {
        return events.isEmpty() && waiting.isEmpty() && settled.isEmpty();
    }

    /** Those new or renamed, with their last name. */
    public List<Sender> people() {
        return List.copyOf(people.values());
    }

    public List<Filed.AsPatch> patches() {
        return patches;
    }

    public List<Filed.AsCover> covers() {
        return covers;
    }

    public List<Filed.AsComment> comments() {
        return comments;
    }

    public List<SeriesEntry> series() {
        return List.copyOf(series.values());
    }

    /** In the order in which they were decided. */
    public List<LeadsTo> leads() {
        return leads;
    }

    public Set<Dependency> dependencies() {
        return dependencies;
    }

    /** How many comments each patch gets, new patches included, by patch id. */
    public Map<Long, Integer> commentsOnPatch() {
        return commentsOnPatch;
    }

    /** How often each tag is given to each patch, in addition to what it has. */
    public Map<TagOfPatch, Integer> tags() {
        return tags;
    }

    /** How many patches each state of a project gets; none of them is archived. */
    public Map<PatchesInState, Integer> patchCounts() {
        return patchCounts;
    }

    /** In the order in which they were filed. */
    public List<Linked> links() {
        return links;
    }

    /** In the order in which they happened. */
    public List<Event.Occurrence> events() {
        return events;
    }
}
