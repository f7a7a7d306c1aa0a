package io.patchbay.rest;

import io.patchbay.patches.Page;
import io.patchbay.patches.Person;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;
import io.patchbay.patches.User;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The endpoints of people (rest-api §7.4), for users only. */
final class PersonResource {

    private final Store store;

    PersonResource(Store store) {
        this.store = store;
    }

    // The descriptions say "users"; clients' tests know them so.
    Endpoint list() {
        return Endpoint.named("Person List", "List users.")
                .list(
                        new Listing<>(
                                store,
                                PersonJson.SHAPE,
                                List.of(),
                                true,
                                Ordering.by(Field.ID, Field.NAME, Field.EMAIL),
                                (reading, _, selection) -> page(reading, selection)))
                .signedInOnly();
    }

    Endpoint detail() {
        return Endpoint.named("Person Detail", "Show a user.")
                .get(PersonJson.SHAPE, this::show)
                .signedInOnly();
    }

    private Reply show(Call call) {
        return Reply.ok(
                PersonJson.SHAPE,
                store.read(reading -> {
                    var person =
                            reading.people()
                                    .withId(call.id("id"))
                                    .orElseThrow(() -> Call.noSuch("Person"));
                    return with(person, users(reading, List.of(person)));
                }));
    }

    private static Page<PersonJson> page(Reading reading, Selection selection) {
        var page = reading.people().list(selection);
        var users = users(reading, page.rows());
        return page.with(page.rows().stream().map(person -> with(person, users)).toList());
    }

    private static Map<Long, User> users(Reading reading, List<Person> people) {
        var ids = people.stream().map(Person::userId).filter(Objects::nonNull).toList();
        return ids.isEmpty() ? Map.of() : reading.users().withIds(ids);
    }

    private static PersonJson with(Person person, Map<Long, User> users) {
        var userId = person.userId();
        return new PersonJson(person, userId == null ? null : users.get(userId));
    }
}
