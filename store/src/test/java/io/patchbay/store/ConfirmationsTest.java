package io.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.patches.Accounts.NewUser;
import io.patchbay.patches.Confirmation;
import io.patchbay.patches.Confirmation.Kind;

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

    private Optional<Confirmation> withKey(String key) {
        return write(writing -> writing.confirmations().withKey(key));
    }

    private boolean hasOptedOut(String email) {
        return read(reading -> reading.people().hasOptedOut(email));
    }
}
