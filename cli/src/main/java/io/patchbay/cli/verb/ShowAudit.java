package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Shows who changed what, newest first, a line each.")
public final class ShowAudit implements Callable<Integer> {

    private static final int AT_ONCE = 250;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Option(names = "--user", paramLabel = "NAME", description = "only what this user changed")
    private @Nullable String user;

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "link name; only what was changed in this project")
    private @Nullable String project;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "a day, or a moment such as 2027-01-31T12:00:00Z; only what was changed from then on")
    private @Nullable String since;

    @Option(names = "--before", paramLabel = "WHEN", description = "only what was changed before")
    private @Nullable String before;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many lines (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Option(names = "--all", description = "all lines, however many there are")
    private boolean all;

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            long left = all ? Long.MAX_VALUE : limit;
            var next = Cursor.START;
            while (next != null && left > 0) {
                var page = page(store, next, (int) Math.min(left, AT_ONCE));
                page.rows().forEach(entry -> output.say(line(entry)));
                left -= page.rows().size();
                next = page.next();
            }
            return 0;
        }
    }

    private Page<AuditEntry> page(Store store, Cursor from, int size) {
        var newestFirst = List.of(new Order(Field.ID, true));
        return store.read(reading ->
                reading.audit().list(new Selection(criteria(reading), newestFirst, 0, size, from)));
    }

    private List<Criterion> criteria(Reading reading) {
        var criteria = new ArrayList<Criterion>();
        if (user != null) {
            criteria.add(new Criterion.ByActor(TokenOwner.named(user, reading)));
        }
        if (project != null) {
            var ids = reading.projects().idsNamed(project);
            if (ids.isEmpty()) {
                throw new Refusal(
                        "there is no project '%s'; 'project list' names them".formatted(project));
            }
            criteria.add(new Criterion.InProjects(Set.copyOf(ids)));
        }
        if (since != null) {
            criteria.add(new Criterion.Since(moment(since)));
        }
        if (before != null) {
            criteria.add(new Criterion.Before(moment(before)));
        }
        return criteria;
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(
                    "expected a day or a moment, such as 2027-01-31 or 2027-01-31T12:00:00Z, but this is '%s'"
                            .formatted(text),
                    e);
        }
    }

    private static String line(AuditEntry entry) {
        var who = entry.username() == null ? "-" : entry.username();
        var token = entry.tokenId() == null ? "" : " (token %d)".formatted(entry.tokenId());
        var changes =
                entry.changes().stream()
                        .map(change ->
                                "%s: %s -> %s"
                                        .formatted(
                                                change.field(),
                                                value(change.before()),
                                                value(change.after())))
                        .collect(Collectors.joining("; "));
        return "%s %s%s from %s, %s: %s: %s"
                .formatted(
                        entry.date().truncatedTo(ChronoUnit.SECONDS),
                        who,
                        token,
                        entry.address(),
                        entry.request(),
                        entry.object(),
                        changes);
    }

    private static String value(@Nullable String value) {
        return value == null || value.isEmpty() ? "nothing" : value;
    }
}
