package io.patchbay.store.importing;

import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;

import java.util.Locale;

/** Users and persons of another tracker. */
final class ImportPeople {

    private final Transaction transaction;
    private final ImportPlace accounts;
    private final ImportPlace persons;

    ImportPeople(Transaction transaction) {
        this.transaction = transaction;
        this.accounts = new ImportPlace(transaction, "user", "account", "username", "username = ?");
        this.persons =
                new ImportPlace(transaction, "person", "person", "email_key", "email_key = ?");
    }

    void user(User user, Completeness told) {
        if (!accounts.isHere(user.id(), user.username())) {
            transaction
                    .sql()
                    .update(
                            """
                            insert into account (
                                id, username, username_key, first_name, last_name, email, email_key, joined)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                            user.id(),
                            user.username(),
                            key(user.username()),
                            user.firstName(),
                            user.lastName(),
                            user.email(),
                            key(user.email()),
                            transaction.now());
        } else if (told == Completeness.WHOLE) {
            transaction
                    .sql()
                    .update(
                            """
                            update account
                               set first_name = ?, last_name = ?, email = ?, email_key = ?
                             where id = ?
                            """,
                            user.firstName(),
                            user.lastName(),
                            user.email(),
                            key(user.email()),
                            user.id());
        }
    }

    void person(Person person, Completeness told) {
        if (!persons.isHere(person.id(), key(person.email()))) {
            transaction
                    .sql()
                    .update(
                            """
                            insert into person (id, email, email_key, name, account_id)
                            values (?, ?, ?, ?, ?)
                            """,
                            person.id(),
                            person.email(),
                            key(person.email()),
                            person.name(),
                            person.userId());
        } else if (told == Completeness.WHOLE) {
            transaction
                    .sql()
                    .update(
                            """
                            update person
                               set email = ?, name = ?, account_id = coalesce(?, account_id)
                             where id = ?
                            """,
                            person.email(),
                            person.name(),
                            person.userId(),
                            person.id());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
