package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is already known around some mails that are to be filed. The store tells what it has by
 * {@code learn…}; each mail that is filed joins by {@link #add}, so that the next one finds it.
 */
public final class Conversation {

    private final Map<String, List<Person>> people = new HashMap<>();
    private final Map<Long, Person> peopleById = new HashMap<>();
    private final Map<String, Long> users = new HashMap<>();
    private final Map<Place, PatchHead> patches = new HashMap<>();
    private final Map<Place, CoverHead> covers = new HashMap<>();
    private final Map<Place, List<CommentHead>> comments = new HashMap<>();
    private final Map<Place, Long> references = new HashMap<>();
    private final Set<Place> coverNames = new HashSet<>();
    private final Map<Long, PatchHead> patchesById = new HashMap<>();
    private final Map<Long, CoverHead> coversById = new HashMap<>();
    private final Map<Long, Long> seriesOfPatch = new HashMap<>();
    private final Map<Long, Long> seriesOfCover = new HashMap<>();
    private final Map<Long, KnownSeries> series = new HashMap<>();
    private final Map<Long, List<KnownSeries>> seriesOfSubmitter = new HashMap<>();
    private final Set<Place> waiting = new HashSet<>();
    private NextIds nextIds;

    /** A Message-ID, or a name, in a project. */
    private record Place(long project, String text) {}

    public Conversation(NextIds nextIds) {
        this.nextIds = nextIds;
    }

    public void learn(Person person) {
        if (peopleById.put(person.id(), person) == null) {
            people.computeIfAbsent(key(person.email()), email -> new ArrayList<>(1)).add(person);
        }
    }

    /** The first user told of with an address, ignoring case, is the one that counts. */
    public void learnUser(String email, long id) {
        users.putIfAbsent(key(email), id);
    }

    public void learn(PatchHead patch, @Nullable Long seriesId) {
        patches.put(place(patch.project(), patch.msgid()), patch);
        patchesById.put(patch.id(), patch);
        if (seriesId != null) {
            seriesOfPatch.put(patch.id(), seriesId);
        }
    }

    public void learn(CoverHead cover, @Nullable Long seriesId) {
        covers.put(place(cover.project(), cover.msgid()), cover);
        coversById.put(cover.id(), cover);
        coverNames.add(place(cover.project(), cover.name()));
        if (seriesId != null) {
            seriesOfCover.put(cover.id(), seriesId);
        }
    }

    /** What the comment is on has to be told of as well. */
    public void learn(CommentHead comment) {
        comments.computeIfAbsent(
                        place(comment.project(), comment.msgid()), place -> new ArrayList<>(1))
                .add(comment);
    }

    /** With the patches that it has. */
    public void learn(KnownSeries known) {
        if (series.putIfAbsent(known.id(), known) == null) {
            seriesOfSubmitter
                    .computeIfAbsent(known.submitterId(), submitter -> new ArrayList<>(1))
                    .add(known);
        }
    }

    /** The first series that took a Message-ID keeps it; the series has to be told of as well. */
    public void learnReference(long projectId, String msgid, long seriesId) {
        if (references.putIfAbsent(new Place(projectId, msgid), seriesId) == null) {
            var known = series.get(seriesId);
            if (known != null) {
                known.refer(msgid);
            }
        }
    }

    NextIds nextIds() {
        return nextIds;
    }

    /**
     * Two persons whose addresses differ in case alone are told apart by the exact address; failing
     * that the older one counts.
     */
    @Nullable Person person(String email) {
        var namesakes = people.getOrDefault(key(email), List.of());
        return namesakes.stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .or(() -> namesakes.stream().min(Comparator.comparingLong(Person::id)))
                .orElse(null);
    }

    /** The same person, one of the same user, or one of the same name. */
    boolean isSameAuthor(long submitterId, Person sender) {
        var submitter = peopleById.get(submitterId);
        if (submitterId == sender.id() || submitter == null) {
            return submitterId == sender.id();
        }
        var name = sender.name();
        return submitter.userId() != null && submitter.userId().equals(sender.userId())
                || name != null && !name.isBlank() && name.equalsIgnoreCase(submitter.name());
    }

    @Nullable Long userWithEmail(String email) {
        return users.get(key(email));
    }

    @Nullable PatchHead patch(Project project, MessageId id) {
        return patches.get(place(project, id.stored()));
    }

    @Nullable CoverHead cover(Project project, MessageId id) {
        return covers.get(place(project, id.stored()));
    }

    boolean hasCoverNamed(Project project, String name) {
        return coverNames.contains(place(project, name));
    }

    /** A mail that may be filed elsewhere when more of its thread comes. */
    public void learnWaiting(long projectId, String msgid) {
        waiting.add(new Place(projectId, msgid));
    }

    public void learnSettled(long projectId, String msgid) {
        waiting.remove(new Place(projectId, msgid));
    }

    public boolean isWaiting(Project project, MessageId id) {
        return waiting.contains(place(project, id.stored()));
    }

    /** The comment with this Message-ID, on whatever it is; the latest if there are several. */
    @Nullable CommentHead comment(Project project, MessageId id) {
        return comments.getOrDefault(place(project, id.stored()), List.of()).stream()
                .max(Comparator.comparing(CommentHead::id))
                .orElse(null);
    }

    boolean hasComment(Parent parent, Project project, MessageId id) {
        return comments.getOrDefault(place(project, id.stored()), List.of()).stream()
                .anyMatch(comment -> comment.parent().equals(parent));
    }

    /** The patch with this Message-ID, or the one that the comment with this Message-ID is on. */
    @Nullable PatchHead patchTalkedOfIn(Project project, MessageId id) {
        var patch = patch(project, id);
        return patch != null ? patch : patchesById.get(parentOf(project, id, Parent.Kind.PATCH));
    }

    @Nullable CoverHead coverTalkedOfIn(Project project, MessageId id) {
        var cover = cover(project, id);
        return cover != null ? cover : coversById.get(parentOf(project, id, Parent.Kind.COVER));
    }

    private @Nullable Long parentOf(Project project, MessageId id, Parent.Kind kind) {
        return comments.getOrDefault(place(project, id.stored()), List.of()).stream()
                .filter(comment -> comment.parent().kind() == kind)
                .max(Comparator.comparing(CommentHead::date).thenComparing(CommentHead::id))
                .map(comment -> comment.parent().id())
                .orElse(null);
    }

    KnownSeries series(long id) {
        var known = series.get(id);
        if (known == null) {
            throw new IllegalStateException(
                    "series %d was referred to, but nothing was told of it".formatted(id));
        }
        return known;
    }

    @Nullable KnownSeries seriesReferencedBy(Project project, MessageId id) {
        var seriesId = references.get(place(project, id.stored()));
        return seriesId == null ? null : series(seriesId);
    }

    List<KnownSeries> seriesOfSubmitter(long submitterId) {
        return seriesOfSubmitter.getOrDefault(submitterId, List.of());
    }

    /** The id itself if such a series is in the project. */
    @Nullable Long seriesIn(Project project, long id) {
        var known = series.get(id);
        return known != null && known.projectId() == project.id() ? (Long) id : null;
    }

    /** The series of the patch, else of the cover letter, with this Message-ID. */
    @Nullable Long seriesOf(Project project, MessageId id) {
        var patch = patch(project, id);
        var ofPatch = patch == null ? null : seriesOfPatch.get(patch.id());
        if (ofPatch != null) {
            return ofPatch;
        }
        var cover = cover(project, id);
        return cover == null ? null : seriesOfCover.get(cover.id());
    }

    /** What was decided on one mail is known to the next. */
    public void add(Filed filed) {
        switch (filed) {
            case Filed.AsPatch(var patch, var sender, var placement, _, _, var cover) -> {
                add(sender);
                add(placement);
                learn(patch.head(), placement.series());
                if (placement.series() != null) {
                    series(placement.series()).add(placement.number(), patch.head());
                }
                if (cover != null) {
                    learnFiled(cover);
                }
            }
            case Filed.AsCover cover -> learnFiled(cover);
            case Filed.AsComment(var comment, var sender, _) -> {
                add(sender);
                if (comment.before() != null) {
                    forget(comment.before());
                }
                learn(comment.head());
            }
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ -> {}
        }
        nextIds = nextIds.after(filed);
    }

    private void forget(CommentHead comment) {
        comments.getOrDefault(place(comment.project(), comment.msgid()), new ArrayList<>())
                .remove(comment);
    }

    private void learnFiled(Filed.AsCover filed) {
        var placement = filed.placement();
        add(filed.sender());
        add(placement);
        learn(filed.cover().head(), placement.series());
        if (placement.series() != null) {
            series(placement.series()).cover(filed.cover().head());
        }
    }

    private void add(Sender sender) {
        switch (sender.news()) {
            case NEW -> learn(sender.person());
            case RENAMED -> {
                peopleById.put(sender.person().id(), sender.person());
                people.computeIfAbsent(key(sender.person().email()), _ -> new ArrayList<>(1))
                        .replaceAll(
                                old -> old.id() == sender.person().id() ? sender.person() : old);
            }
            case NONE -> {}
        }
    }

    private void add(SeriesPlacement placement) {
        var opening = placement.opening();
        if (opening != null) {
            learn(KnownSeries.of(opening));
            for (var reference : opening.references()) {
                learnReference(opening.project().id(), reference.stored(), opening.id());
            }
        }
        if (placement.series() == null) {
            return;
        }
        var joined = series(placement.series());
        if (placement.name() != null) {
            joined.rename(placement.name());
        }
        joined.grow(placement.more());
        for (var awaited : placement.leads().awaited()) {
            learnReference(joined.projectId(), awaited.stored(), joined.id());
        }
        var own = placement.leads().own();
        if (own != null) {
            lead(new Place(joined.projectId(), own.stored()), joined);
        }
    }

    private void lead(Place own, KnownSeries to) {
        var before = references.put(own, to.id());
        if (before != null) {
            series(before).forget(own.text());
        }
        to.refer(own.text());
    }

    private static Place place(Project project, String text) {
        return new Place(project.id(), text);
    }

    /** As addresses are compared. */
    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
