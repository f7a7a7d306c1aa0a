package io.patchbay.store.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Confirmation;
import io.patchbay.tracker.accounts.Confirmation.Kind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

final class ConfirmationsTest extends StoreContract {

    @Test
    void theKeyFindsWhatWasAsked() {
        long tom =
                write(writing ->
                        writing.accounts()
                                .add(
                                        new NewUser(
                                                "tom",
                                                "",
                                                "Tom",
                                                "",
                                                "tom@example.org",
                                                false,
                                                false)));

        var key =
                write(writing ->
                        writing.confirmations().ask(Kind.REGISTRATION, "Tom@example.org", tom));

        var found = withKey(key).orElseThrow();
        assertThat(key).matches("[0-9a-f]{40}");
        assertThat(found.kind()).isEqualTo(Kind.REGISTRATION);
        assertThat(found.email()).isEqualTo("Tom@example.org");
        assertThat(found.user()).isNotNull().matches(user -> user.id() == tom);
        assertThat(found.asked()).isEqualTo(NOON);
        assertThat(found.open()).isTrue();
        assertThat(withKey("0".repeat(40))).isEmpty();
    }

    @Test
    void whoHasNoAccountCanBeAskedToo() {
        var key = write(writing -> writing.confirmations().ask(Kind.OPTOUT, "a@example.org", null));

        assertThat(withKey(key).orElseThrow().user()).isNull();
    }

    @Test
    void whatIsClosedIsNotOpen() {
        var key = write(writing -> writing.confirmations().ask(Kind.OPTIN, "a@example.org", null));

        var asked = withKey(key).orElseThrow();
        change(writing -> writing.confirmations().close(asked));

        assertThat(withKey(key).orElseThrow().open()).isFalse();
    }

    @Test
    void aWeekIsLongEnoughButNotForAPassword() {
        var optOut =
                write(writing -> writing.confirmations().ask(Kind.OPTOUT, "a@example.org", null));
        var password =
                write(writing -> writing.confirmations().ask(Kind.PASSWORD, "a@example.org", null));
        var soon = NOON.plus(Duration.ofDays(2));
        var later = NOON.plus(Duration.ofDays(8));

        assertThat(withKey(optOut).orElseThrow().isExpired(soon)).isFalse();
        assertThat(withKey(optOut).orElseThrow().isExpired(later)).isTrue();
        assertThat(withKey(password).orElseThrow().isExpired(soon)).isTrue();
    }

    @Test
    void anAddressOptsOutAndInAgain() {
        change(writing -> {
            writing.confirmations().optOut("Tom@Example.org");
            writing.confirmations().optOut("tom@example.org");
        });
        assertThat(hasOptedOut("TOM@example.org")).isTrue();

        change(writing -> writing.confirmations().optIn("tom@EXAMPLE.org"));
        assertThat(hasOptedOut("tom@example.org")).isFalse();
    }

    @Test
    void whoNeverConfirmedIsForgottenWithTheLink() {
        long tom = register("tom");
        long ann = register("ann");
        var toTom = ask(Kind.REGISTRATION, tom);
        var toAnn = ask(Kind.REGISTRATION, ann);
        clock.advance(Duration.ofDays(5));
        var toAnnAgain = ask(Kind.REGISTRATION, ann);
        var optOut = write(writing -> writing.confirmations().ask(Kind.OPTOUT, "x@x.org", null));
        clock.advance(Duration.ofDays(3));

        int removed = write(writing -> writing.confirmations().forget());

        assertThat(removed).isEqualTo(1);
        assertThat(exists(tom)).isFalse();
        assertThat(withKey(toTom)).isEmpty();
        assertThat(withKey(toAnn)).isEmpty();
        assertThat(exists(ann)).isTrue();
        assertThat(withKey(toAnnAgain)).isPresent();
        assertThat(withKey(optOut)).isPresent();
    }

    @Test
    void whoIsKnownToSomebodyIsNotForgotten() {
        long followed = register("followed");
        long activated = register("activated");
        long signedIn = register("in");
        long deactivated = register("out");
        long maintainer = register("maintainer");
        long delegate = register("delegate");
        for (long user : new long[] {followed, activated, signedIn, maintainer, delegate}) {
            var key = ask(Kind.REGISTRATION, user);
            if (user == followed) {
                var confirmation = withKey(key).orElseThrow();
                change(writing -> writing.confirmations().close(confirmation));
            }
        }
        change(writing -> {
            writing.accounts().active(activated, true);
            writing.sessions().open(signedIn, "key", clock.instant());
            var project = new NewProject("quay", "Quay", "quay.x.org", "", "");
            writing.accounts().maintains(maintainer, writing.setup().addProject(project), true);
        });
        sample(sample -> {
            long patch = sample.patch(sample.project("pier"), sample.person("Ann"), "a patch");
            sample.edit(patch, change -> change.delegate(sample.userWith(delegate)));
            return patch;
        });
        clock.advance(Duration.ofDays(8));

        int removed = write(writing -> writing.confirmations().forget());

        assertThat(removed).isZero();
        assertThat(exists(deactivated)).isTrue();
    }

    private long register(String name) {
        var user = new NewUser(name, "", "", "", name + "@example.org", false, false);
        return write(writing -> writing.accounts().add(user));
    }

    private boolean exists(long user) {
        return read(reading -> reading.users().withId(user)).isPresent();
    }

    private String ask(Kind kind, long user) {
        return write(writing -> writing.confirmations().ask(kind, "a@example.org", user));
    }

    private Optional<Confirmation> withKey(String key) {
        return write(writing -> writing.confirmations().withKey(key));
    }

    private boolean hasOptedOut(String email) {
        return read(reading -> reading.people().hasOptedOut(email));
    }
}
