package io.patchbay.rest;

import io.patchbay.patches.Person;
import io.patchbay.patches.User;

import org.jspecify.annotations.Nullable;

/** A mail address that has written, with the user it is linked to (rest-api §7.4). */
record PersonJson(Person person, @Nullable User user) {

    static final Shape<PersonJson> SHAPE =
            Shape.<PersonJson>of("Person")
                    .all(Embedded.PERSON, PersonJson::person)
                    .objectOrNull("user", Embedded.USER, PersonJson::user)
                    .shape();
}
