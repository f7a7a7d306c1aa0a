package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.PersonJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The endpoints of people (rest-api §7.4), for users only. */
public final class PersonResource {

    private final Store store;

    public PersonResource(Store store) {
        this.store = store;
    }

    // The descriptions say "users"; clients' tests know them so.
    public Endpoint list() {
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

    public Endpoint detail() {
        return Endpoint.named("Person Detail", "Show a user.")
                .get(PersonJson.SHAPE, this::show)
                .signedInOnly();
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(
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
