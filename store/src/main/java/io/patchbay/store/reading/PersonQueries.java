package io.patchbay.store.reading;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Archive;
import io.patchbay.tracker.reading.People;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

public final class PersonQueries implements People {

    static final Shape<Person> PERSON =
            Shape.of(
                    "id, name, email, account_id",
                    row -> new Person(row.id(), row.textOrNull(), row.text(), row.idOrNull()));

    private static final Listing LISTING =
            new Listing(ListDefinition.PEOPLE, PERSON.of("person"), List.of());

    private final Sql sql;

    public PersonQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Person> list(Selection selection) {
        return LISTING.page(sql, selection, PERSON::read);
    }

    @Override
    public Optional<Person> withId(long id) {
        return sql.findOne(LISTING.rows("where person.id = ?"), PERSON::read, id);
    }

    @Override
    public List<Long> idsWithEmail(String email) {
        return sql.list(
                "select id from person where email_key = ? order by id",
                Row::id,
                email.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<SubmittedSeries> seriesOf(long person) {
        var patches = new HashMap<Long, List<Long>>();
        sql.each(
                """
                select patch.series_id, patch.id
                  from patch
                  join series on series.id = patch.series_id
                 where series.submitter_id = ?
                 order by patch.series_id, patch.number, patch.id
                """,
                row -> patches.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row.id()),
                person);
        return sql.list(
                "select id, cover_id from series where submitter_id = ? order by id",
                row -> {
                    long id = row.id();
                    return new SubmittedSeries(
                            id, row.idOrNull(), patches.getOrDefault(id, List.of()));
                },
                person);
    }

    @Override
    public Map<Archive.Key, Long> mailsOf(long person) {
        var mails = new LinkedHashMap<Archive.Key, Long>();
        for (var kind : Archive.Kind.values()) {
            var table = ArchiveQueries.table(kind);
            var join = table.isOfComments() ? "join PARENT on PARENT.id = MAIL.PARENT_id" : "";
            sql.each(
                    """
                    select MAIL.id, PARENT.project_id from MAIL JOIN
                     where MAIL.submitter_id = ? order by MAIL.id
                    """
                            .replace("JOIN", join)
                            .replace("PARENT", table.parent())
                            .replace("MAIL", table.table()),
                    row -> mails.put(new Archive.Key(kind, row.id()), row.id()),
                    person);
        }
        return mails;
    }

    @Override
    public boolean hasOptedOut(String email) {
        return sql.any(
                "select 1 from email_optout where email = ?", email.toLowerCase(Locale.ROOT));
    }
}
