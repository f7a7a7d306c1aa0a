package io.patchbay.rest.json;

import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

/** A mail address that has written, with the user it is linked to (rest-api §7.4). */
public record PersonJson(Person person, @Nullable User user) {

    public static final Shape<PersonJson> SHAPE =
            Shape.<PersonJson>of("Person")
                    .all(Embedded.PERSON, PersonJson::person)
                    .objectOrNull("user", Embedded.USER, PersonJson::user)
                    .shape();
}
