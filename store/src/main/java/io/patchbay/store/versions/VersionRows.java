package io.patchbay.store.versions;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Spans;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.tracker.versions.Claim;
import io.patchbay.tracker.versions.KnownVersion;
import io.patchbay.tracker.versions.Sample;
import io.patchbay.tracker.versions.VersionFacts;
import io.patchbay.tracker.versions.VersionFacts.Member;
import io.patchbay.tracker.versions.VersionFacts.Submitter;
import io.patchbay.tracker.versions.VersionLink;
import io.patchbay.tracker.versions.VersionStore;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers what linking asks: each statement for all series at once, each through an index. */
public final class VersionRows implements VersionStore {

    private final Sql sql;

    public VersionRows(Sql sql) {
        this.sql = sql;
    }

    // --- Series -------------------------------------------------------------------------------

    @Override
    public List<VersionFacts> facts(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var series = new LinkedHashMap<Long, Parts>();
        sql.each(
                """
                select series.id, series.project_id, series.version, series.date,
                       person.id, person.account_id, person.name,
                       cover.msgid, cover.name, cover.date
                  from series
                  join person on person.id = series.submitter_id
                  left join cover on cover.id = series.cover_id
                 where %s
                """
                        .formatted(sql.dialect().among("series.id")),
                row -> {
                    var one = new Parts(row);
                    return series.put(one.id, one);
                },
                new Ids(ids));
        sql.each(
                """
                select patch.series_id, patch.msgid, patch.name, patch.date, patch.number,
                       patch.hash, version_sample.lines, version_sample.files
                  from patch
                  left join version_sample on version_sample.patch_id = patch.id
                 where %s
                 order by patch.series_id, patch.number
                """
                        .formatted(sql.dialect().among("patch.series_id")),
                row -> {
                    var of = series.get(row.id());
                    return of == null || of.patches.add(patch(row));
                },
                new Ids(ids));
        sql.each(
                """
                select series_id, kind, value, version
                  from version_claim
                 where %s
                 order by series_id, kind, value, version
                """
                        .formatted(sql.dialect().among("series_id")),
                row -> {
                    var of = series.get(row.id());
                    return of == null || of.claims.add(claim(row));
                },
                new Ids(ids));
        return series.values().stream().map(Parts::facts).toList();
    }

    private static Member patch(Row row) throws SQLException {
        return new Member(
                row.text(),
                row.text(),
                row.moment(),
                row.numberOrNull(),
                row.textOrNull(),
                sample(row.bytesOrNull()),
                sample(row.bytesOrNull()));
    }

    private static Claim claim(Row row) throws SQLException {
        var kind = Claim.Kind.of(row.text());
        var value = row.text();
        int version = row.number();
        return new Claim(kind, value, version == 0 ? null : version);
    }

    private static Sample sample(byte @Nullable [] bytes) {
        return bytes == null ? Sample.NONE : Sample.read(bytes);
    }

    private static final class Parts {

        private final long id;
        private final long project;
        private final int version;
        private final Instant date;
        private final Submitter submitter;
        private final @Nullable Member cover;
        private final List<Member> patches = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();

        Parts(Row row) throws SQLException {
            id = row.id();
            project = row.id();
            version = row.number();
            date = row.moment();
            submitter = new Submitter(row.id(), row.idOrNull(), row.textOrNull());
            var msgid = row.textOrNull();
            cover = msgid == null ? null : Member.cover(msgid, row.text(), row.moment());
        }

        VersionFacts facts() {
            return new VersionFacts(id, project, submitter, version, date, cover, patches, claims);
        }
    }

    // --- Which may be versions of which -------------------------------------------------------

    @Override
    public Set<Long> related(Collection<VersionFacts> series) {
        var titles = new HashSet<Long>();
        var hashes = new HashSet<String>();
        var said = new HashSet<String>();
        var named = new HashSet<String>();
        for (var facts : series) {
            titles.addAll(facts.titleKeys());
            hashes.addAll(facts.hashes());
            said.addAll(facts.members());
            said.addAll(facts.changeIds());
            facts.claims().stream()
                    .map(Claim::value)
                    .filter(value -> value.startsWith("<"))
                    .forEach(named::add);
        }
        var found = new HashSet<Long>();
        if (!titles.isEmpty()) {
            sql.each(
                    "select series_id from version_title where " + sql.dialect().among("title"),
                    row -> found.add(row.id()),
                    new Ids(titles));
        }
        among(
                """
                select series_id from patch where series_id is not null and %s
                """,
                "hash", hashes, found);
        among("select series_id from version_claim where %s", "value", said, found);
        among(
                """
                select series_id from patch where series_id is not null and %s
                """,
                "msgid", named, found);
        among(
                """
                select series.id
                  from cover
                  join series on series.cover_id = cover.id
                 where %s
                """,
                "cover.msgid", named, found);
        return found;
    }

    private void among(String select, String column, Set<String> values, Set<Long> found) {
        if (!values.isEmpty()) {
            sql.each(
                    select.formatted(sql.dialect().among(column)),
                    row -> found.add(row.id()),
                    new Texts(values));
        }
    }

    @Override
    public Set<Long> ofSubmitters(Collection<Window> windows) {
        var names = new HashSet<String>();
        for (var window : windows) {
            var name = window.submitter().name();
            if (name != null && !name.isBlank()) {
                names.add(name);
            }
        }
        var namesakes = new HashMap<String, Set<Long>>();
        if (!names.isEmpty()) {
            sql.each(
                    "select name, id from person where " + sql.dialect().among("name"),
                    row ->
                            namesakes
                                    .computeIfAbsent(row.text(), _ -> new HashSet<>())
                                    .add(row.id()),
                    new Texts(names));
        }
        var spans = new ArrayList<Spans.Span>();
        for (var window : windows) {
            var people = new HashSet<Long>();
            people.add(window.submitter().person());
            var name = window.submitter().name();
            if (name != null) {
                people.addAll(namesakes.getOrDefault(name, Set.of()));
            }
            people.forEach(person ->
                    spans.add(
                            new Spans.Span(
                                    person,
                                    Moment.stored(window.from()),
                                    Moment.stored(window.to()))));
        }
        if (spans.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                sql.list(
                        """
                        select series.id
                          from %s span
                         cross join series
                         where series.submitter_id = span."of"
                           and series.date between span."first" and span."last"
                        """
                                .formatted(sql.dialect().spans()),
                        Row::id,
                        new Spans(spans)));
    }

    // --- Links --------------------------------------------------------------------------------

    @Override
    public Map<Long, VersionLink> links(Collection<Long> later) {
        var links = new HashMap<Long, VersionLink>();
        if (!later.isEmpty()) {
            sql.each(
                    """
                    select series_id, earlier_id, source, score
                      from version_link
                     where earlier_id is not null
                       and %s
                    """
                            .formatted(sql.dialect().among("series_id")),
                    row -> {
                        var link = link(row);
                        return links.put(link.later(), link);
                    },
                    new Ids(later));
        }
        return links;
    }

    @Override
    public List<VersionLink> after(long after, int most, @Nullable Long project) {
        var links = new ArrayList<VersionLink>();
        sql.each(
                """
                select version_link.series_id, version_link.earlier_id,
                       version_link.source, version_link.score
                  from version_link
                  join series on series.id = version_link.series_id
                 where version_link.series_id > ?
                   and version_link.earlier_id is not null
                   and (series.project_id = ? or ? = 0)
                 order by version_link.series_id
                 limit ?
                """,
                row -> links.add(link(row)),
                after,
                project == null ? 0L : project,
                project == null ? 0L : project,
                most);
        return links;
    }

    @Override
    public List<KnownVersion> versionsOf(long series) {
        var versions =
                sql.list(
                        """
                        with recursive older (id, steps) as (
                            select id, 0 from series where id = ?
                            union all
                            select version_link.earlier_id, older.steps + 1
                              from older
                              join version_link on version_link.series_id = older.id
                             where version_link.earlier_id is not null
                               and older.steps < 100),
                        version (id, steps) as (
                            select id, 0
                              from (select id from older order by steps desc limit 1) first
                            union all
                            select version_link.series_id, version.steps + 1
                              from version
                              join version_link on version_link.earlier_id = version.id
                             where version.steps < 100)
                        select series.id, series.version, series.date, version_link.source
                          from version
                          join series on series.id = version.id
                          left join version_link on version_link.series_id = series.id
                           and version_link.earlier_id is not null
                         order by version.steps, series.date, series.id
                         limit 100
                        """,
                        VersionRows::version,
                        series);
        return versions.size() > 1 ? versions : List.of();
    }

    private static KnownVersion version(Row row) throws SQLException {
        long id = row.id();
        int version = row.number();
        var date = row.moment();
        var source = row.textOrNull();
        return new KnownVersion(
                id, version, date, source == null ? null : VersionLink.Source.of(source));
    }

    private static VersionLink link(Row row) throws SQLException {
        return new VersionLink(row.id(), row.id(), VersionLink.Source.of(row.text()), row.number());
    }

    @Override
    public void replace(Collection<Long> later, Collection<VersionLink> links) {
        sql.update(
                "delete from version_link where source <> 'person' and "
                        + sql.dialect().among("series_id"),
                new Ids(later));
        var rows =
                sql.batch(
                        """
                        insert into version_link (series_id, earlier_id, source, score)
                        values (?, ?, ?, ?)
                            on conflict do nothing
                        """);
        links.forEach(
                link -> rows.add(link.later(), link.earlier(), link.source().word(), link.score()));
        rows.run();
    }
}
