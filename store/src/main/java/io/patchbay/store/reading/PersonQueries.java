package io.patchbay.store.reading;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.People;

import java.util.List;
import java.util.Locale;
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
    public boolean hasOptedOut(String email) {
        return sql.any(
                "select 1 from email_optout where email = ?", email.toLowerCase(Locale.ROOT));
    }
}
