package io.patchbay.tracker.versions;

import io.patchbay.tracker.versions.VersionFacts.Member;
import io.patchbay.tracker.versions.VersionFacts.Submitter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A series for a test: one patch, unless a cover letter or more are added. */
final class SeriesOf {

    static final Submitter JANE = new Submitter(1, null, "Jane Doe");
    static final Submitter BO = new Submitter(2, null, "Bo Pier");

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final long DAY = 86_400;

    private final long id;
    private final List<Member> patches = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private Submitter submitter = JANE;
    private Instant date;
    private @Nullable Member cover;

    /** The first patch, in which these lines changed in quay.c. */
    private SeriesOf(long id, String name, String... lines) {
        this.id = id;
        date = START.plusSeconds(id * DAY);
        patch(name, lines);
    }

    static SeriesOf patches(long id, String name, String... lines) {
        return new SeriesOf(id, name, lines);
    }

    SeriesOf patch(String name, String... lines) {
        int number = patches.size() + 1;
        var signs = Signs.of(null, diff(lines));
        patches.add(
                new Member(
                        "<%d.%d@example.com>".formatted(id, number),
                        name,
                        date,
                        number,
                        lines.length == 0 ? null : String.join("|", lines),
                        signs.lines(),
                        signs.files()));
        return this;
    }

    private static String diff(String... lines) {
        var diff = new StringBuilder("--- a/quay.c\n+++ b/quay.c\n@@ -1,3 +1,9 @@\n");
        for (var line : lines) {
            diff.append('+').append(line).append('\n');
        }
        return diff.toString();
    }

    SeriesOf cover(String name) {
        cover = Member.cover("<%d.0@example.com>".formatted(id), name, date);
        return this;
    }

    SeriesOf by(Submitter other) {
        submitter = other;
        return this;
    }

    SeriesOf says(String message) {
        claims.addAll(Signs.of(message, null).claims());
        return this;
    }

    SeriesOf answers(long other) {
        claims.addAll(
                Signs.ofHeaders(
                        "<%d.1@example.com>".formatted(id),
                        List.of("<%d.1@example.com>".formatted(other))));
        return this;
    }

    /** So many days behind the first day. */
    SeriesOf onDay(long day) {
        date = START.plusSeconds(day * DAY);
        patches.replaceAll(patch ->
                new Member(
                        patch.msgid(),
                        patch.name(),
                        date,
                        patch.number(),
                        patch.hash(),
                        patch.lines(),
                        patch.files()));
        return this;
    }

    VersionFacts facts() {
        return new VersionFacts(id, 1, submitter, 1, date, cover, patches, claims);
    }
}
