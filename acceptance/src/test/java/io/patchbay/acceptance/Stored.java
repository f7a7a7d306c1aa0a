package io.patchbay.acceptance;

import static java.util.stream.Collectors.toMap;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.model.Tag;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What stands in the store, as flat facts under the names of the expected outcomes, so that the two
 * can be compared member by member.
 */
final class Stored {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Reading reading;
    private final Map<Long, String> tagNames;

    /**
     * @param tagName how the expected outcomes call a tag
     */
    Stored(Reading reading, Function<Tag, String> tagName) {
        this.reading = reading;
        this.tagNames = reading.projects().tags().stream().collect(toMap(Tag::id, tagName));
    }

    Map<String, @Nullable Object> outcome(Filed filed) {
        return switch (filed) {
            case Filed.AsPatch(var patch, _, _, _, _, _) -> patch(patch.head().id());
            case Filed.AsCover(var cover, _, _, _, _) -> cover(cover.head().id());
            case Filed.AsComment(var comment, _, _) ->
                    comment(
                            reading.comments()
                                    .withId(comment.head().parent(), comment.head().id())
                                    .orElseThrow());
            case Filed.Duplicate(var id, _) -> of("duplicate", id.stored());
            case Filed.Unwanted _ -> of("ignored", null);
            case Filed.Broken _ -> of("error", null);
        };
    }

    private static Map<String, @Nullable Object> of(String outcome, @Nullable String msgid) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("outcome", outcome);
        if (msgid != null) {
            facts.put("msgid", msgid);
        }
        return facts;
    }

    private Map<String, @Nullable Object> patch(long id) {
        Patch patch = reading.patches().withId(id).orElseThrow();
        var facts = of("patch", patch.msgid());
        addMail(facts, patch.date(), patch.submitter(), reading.patches().text(id));
        facts.put("name", patch.name());
        facts.put("hash", patch.hash());
        facts.put("pull_url", patch.pullUrl());
        facts.put("state", patch.state().slug());
        facts.put("commit_ref", patch.commitRef());
        facts.put("delegate", patch.delegate() == null ? null : patch.delegate().email());
        facts.put("number", numberOf(patch));
        facts.put("series", patch.series() == null ? null : patch.series().id());
        facts.put("diff", reading.patches().text(id).diff());
        facts.put("tags", tags(id));
        return facts;
    }

    static @Nullable Long numberOf(Patch patch) {
        var number = patch.number();
        return number == null ? null : number.longValue();
    }

    private Map<String, Object> tags(long patch) {
        var tags = new LinkedHashMap<String, Object>();
        var tally = reading.patches().tallies(List.of(patch)).get(patch);
        if (tally != null) {
            tally.tags().forEach((tag, count) -> tags.put(tagNames.get(tag), (long) count));
        }
        return tags;
    }

    private Map<String, @Nullable Object> cover(long id) {
        var cover = reading.covers().withId(id).orElseThrow();
        var facts = of("cover", cover.msgid());
        addMail(facts, cover.date(), cover.submitter(), reading.covers().text(id));
        facts.put("name", cover.name());
        facts.put("series", cover.series() == null ? null : cover.series().id());
        return facts;
    }

    private Map<String, @Nullable Object> comment(Comment comment) {
        boolean onPatch = comment.parent().kind() == Parent.Kind.PATCH;
        var facts = of(onPatch ? "patch-comment" : "cover-comment", comment.msgid());
        addMail(
                facts,
                comment.date(),
                comment.submitter(),
                new MailText(comment.headers(), comment.content(), null));
        facts.put(onPatch ? "patch" : "cover", comment.parent().id());
        facts.put("addressed", comment.addressed());
        facts.put(
                "parent",
                onPatch
                        ? reading.patches().withId(comment.parent().id()).orElseThrow().msgid()
                        : reading.covers().withId(comment.parent().id()).orElseThrow().msgid());
        return facts;
    }

    private static void addMail(
            Map<String, @Nullable Object> facts, Instant date, Person submitter, MailText text) {
        facts.put("date", DATE.format(date));
        facts.put("submitter", person(submitter));
        facts.put("content", Objects.requireNonNullElse(text.content(), ""));
    }

    private static List<@Nullable String> person(Person person) {
        return Arrays.asList(person.name(), person.email());
    }

    List<Map<String, @Nullable Object>> series() {
        return reading.series().list(Instance.EVERYTHING).rows().stream()
                .map(this::series)
                .toList();
    }

    private Map<String, @Nullable Object> series(Series series) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        CoverHead cover = series.cover();
        facts.put("id", series.id());
        facts.put("name", series.name());
        facts.put("date", DATE.format(series.date()));
        facts.put("version", (long) series.version());
        facts.put("total", (long) series.total());
        facts.put("received_total", (long) series.receivedTotal());
        facts.put("received_all", series.receivedAll());
        facts.put("submitter", person(series.submitter()));
        facts.put("cover", cover == null ? null : cover.msgid());
        facts.put(
                "patches",
                reading.patches().numberedInSeries(series.id()).stream()
                        .map(patch -> Arrays.asList(numberOf(patch), patch.msgid()))
                        .toList());
        return facts;
    }

    List<List<@Nullable String>> people() {
        return reading.people().list(Instance.EVERYTHING).rows().stream()
                .map(Stored::person)
                .toList();
    }

    long events() {
        return reading.events().list(Instance.EVERYTHING).total();
    }
}
