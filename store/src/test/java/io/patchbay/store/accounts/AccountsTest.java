package io.patchbay.store.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.store.database.Row;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Grant;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.accounts.Token;
import io.patchbay.tracker.accounts.Users.Bearer;
import io.patchbay.tracker.accounts.Users.Credentials;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class AccountsTest extends StoreContract {

    private static final NewUser TOM =
            new NewUser("Tom", "hash$1", "Tom", "Miller", "Tom@Example.org", true, true);

    private long tom;

    @BeforeEach
    void add() {
        tom = write(writing -> writing.accounts().add(TOM));
    }

    @Test
    void aUserIsKeptAsGiven() {
        var user = read(reading -> reading.users().withId(tom)).orElseThrow();
        var settings = read(reading -> reading.users().settings(tom));
        var credentials = read(reading -> reading.users().credentials("Tom"));

        assertThat(user).isEqualTo(new User(tom, "Tom", "Tom", "Miller", "Tom@Example.org"));
        assertThat(settings).isEqualTo(UserSettings.DEFAULT);
        assertThat(credentials).contains(new Credentials(tom, "hash$1", true));
    }

    @Test
    void aUsernameIsTakenInWhateverCase() {
        assertThatThrownBy(() ->
                        write(writing ->
                                writing.accounts()
                                        .add(new NewUser("TOM", "", "", "", "", true, false))))
                .isInstanceOf(NameTaken.class)
                .hasMessageContaining("TOM");
    }

    @Test
    void caseMattersToSignInButNotToFilter() {
        var credentials = read(reading -> reading.users().credentials("tom"));
        var ids = read(reading -> reading.users().idsNamed("tOM"));

        assertThat(credentials).isEmpty();
        assertThat(ids).containsExactly(tom);
    }

    @Test
    void nobodyIsCalledByANul() {
        var credentials = read(reading -> reading.users().credentials("to\0m"));
        var ids = read(reading -> reading.users().idsNamed("\0"));

        assertThat(credentials).isEmpty();
        assertThat(ids).isEmpty();
    }

    @Test
    void passwordAndActivityCanBeChanged() {
        change(writing -> {
            writing.accounts().password(tom, "hash$2");
            writing.accounts().active(tom, false);
        });

        var credentials = read(reading -> reading.users().credentials("Tom"));

        assertThat(credentials).contains(new Credentials(tom, "hash$2", false));
    }

    @Test
    void namesAndSettingsCanBeChanged() {
        var settings = new UserSettings(true, 25, true);

        change(writing ->
                writing.edits()
                        .change(writing.users().withId(tom).orElseThrow(), "T.", "", settings));

        var user = read(reading -> reading.users().withId(tom)).orElseThrow();
        var kept = read(reading -> reading.users().settings(tom));
        assertThat(user.displayName()).isEqualTo("T.");
        assertThat(kept).isEqualTo(settings);
    }

    @Test
    void aTokenIsFortyHexadecimalCharactersAndOnlyItsHashIsKept() {
        var key = write(writing -> writing.accounts().addToken(tom, NewToken.full("ci", null)));

        var holder = read(reading -> reading.users().ofToken(key));
        var stored =
                write(writing ->
                        ((WriteTransaction) writing)
                                .transaction()
                                .sql()
                                .list("select key_hash from token", Row::text));
        assertThat(key).matches("[0-9a-f]{40}");
        assertThat(holder)
                .contains(new Bearer(tom, true, new Grant(1, Set.of(), null), null, null));
        assertThat(stored).hasSize(1).doesNotContain(key);
    }

    @Test
    void aUserMayHaveSeveralTokensAndRemoveOne() {
        var first = write(writing -> writing.accounts().addToken(tom, NewToken.full("ci", null)));
        var second =
                write(writing ->
                        writing.accounts()
                                .addToken(
                                        tom,
                                        NewToken.full("laptop", NOON.plus(Duration.ofDays(1)))));
        var tokens = read(reading -> reading.users().tokens(tom));

        change(writing -> writing.accounts().removeToken(tom, tokens.getFirst().id()));

        var ofFirst = read(reading -> reading.users().ofToken(first));
        var ofSecond = read(reading -> reading.users().ofToken(second));
        assertThat(tokens)
                .containsExactly(
                        new Token(1, "ci", NOON, null, Set.of(), null, null),
                        new Token(
                                2,
                                "laptop",
                                NOON,
                                NOON.plus(Duration.ofDays(1)),
                                Set.of(),
                                null,
                                null));
        assertThat(ofFirst).isEmpty();
        assertThat(ofSecond).isPresent();
    }

    @Test
    void theTokenOfAnotherUserCannotBeRemoved() {
        var key = write(writing -> writing.accounts().addToken(tom, NewToken.full("ci", null)));

        change(writing -> writing.accounts().removeToken(tom + 1, 1));

        var holder = read(reading -> reading.users().ofToken(key));
        assertThat(holder).isPresent();
    }

    @Test
    void anExpiredTokenIsToldFromAnUnknownOne() {
        var key =
                write(writing ->
                        writing.accounts()
                                .addToken(
                                        tom, NewToken.full("ci", NOON.plus(Duration.ofHours(1)))));

        clock.advance(Duration.ofHours(1));

        var holder = read(reading -> reading.users().ofToken(key)).orElseThrow();
        assertThat(holder.hasExpired(NOON)).isFalse();
        assertThat(holder.hasExpired(clock.instant())).isTrue();
    }

    @Test
    void aTokenKeepsItsLimitsAndWhenItWasUsed() {
        long project = sample(sample -> sample.project("alpha"));
        var token = new NewToken("ci", Set.of(Scope.CHECKS, Scope.READ), project, null);

        var key = write(writing -> writing.accounts().addToken(tom, token));
        change(writing -> writing.accounts().tokenUsed(1, NOON.plusSeconds(5)));

        var holder = read(reading -> reading.users().ofToken(key)).orElseThrow();
        var listed = read(reading -> reading.users().tokens(tom)).getFirst();
        assertThat(holder.grant()).isEqualTo(new Grant(1, token.scopes(), project));
        assertThat(holder.lastUsed()).isEqualTo(NOON.plusSeconds(5));
        assertThat(listed.may()).isEqualTo("read, checks in alpha");
        assertThat(listed.lastUsed()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void aTokenFromElsewhereIsKeptOnce() {
        var key = "0123456789abcdef0123456789abcdef01234567";

        change(writing -> {
            writing.accounts().keepToken(tom, "old", key);
            writing.accounts().keepToken(tom, "again", key);
        });

        var tokens = read(reading -> reading.users().tokens(tom));
        var holder = read(reading -> reading.users().ofToken(key));
        assertThat(tokens).extracting(Token::label).containsExactly("old");
        assertThat(holder).isPresent();
    }

    @Test
    void aViewerIsTheUserWithWhatDecidesOnRights() {
        sample(sample -> {
            sample.project("alpha");
            long beta = sample.project("beta");
            long ann = sample.person("Ann");
            sample.person("Bob");
            sample.writing().accounts().maintains(tom, beta, true);
            sample.writing().accounts().maintains(tom, beta, true);
            sample.writing().accounts().link(tom, "ANN@example.org", null);
            return ann;
        });

        var viewer = read(reading -> reading.users().viewer(tom));
        var maintainers = read(reading -> reading.projects().maintainers(List.of(1L, 2L)));

        assertThat(viewer.user()).extracting("username").isEqualTo("Tom");
        assertThat(viewer.maintains()).containsExactly(2L);
        assertThat(viewer.people()).containsExactly(1L);
        assertThat(viewer.staff()).isTrue();
        assertThat(maintainers).containsOnlyKeys(2L);
        assertThat(maintainers.get(2L)).extracting(User::username).containsExactly("Tom");
    }

    @Test
    void aMaintainerCanBeDismissed() {
        long project = sample(sample -> sample.project("alpha"));
        change(writing -> writing.accounts().maintains(tom, project, true));

        change(writing -> writing.accounts().maintains(tom, project, false));

        var viewer = read(reading -> reading.users().viewer(tom));
        assertThat(viewer.maintains()).isEmpty();
    }

    @Test
    void theViewerOfAnUnknownUserIsNobody() {
        var viewer = read(reading -> reading.users().viewer(99));

        assertThat(viewer).isEqualTo(Viewer.ANONYMOUS);
    }

    @Test
    void anAddressIsLinkedEvenBeforeItHasWritten() {
        change(writing -> writing.accounts().link(tom, "tom@work.example.org", "Tom M."));

        var ids = read(reading -> reading.people().idsWithEmail("TOM@work.example.org"));
        var person = read(reading -> reading.people().withId(ids.getFirst()));
        assertThat(person)
                .contains(new Person(ids.getFirst(), "Tom M.", "tom@work.example.org", tom));
    }

    @Test
    void onlyTheOwnAddressIsUnlinked() {
        long ann = sample(sample -> sample.person("Ann"));
        change(writing -> writing.accounts().link(tom, "ann@example.org", null));

        change(writing -> writing.accounts().unlink(tom + 1, ann));
        var still = read(reading -> reading.people().withId(ann)).map(Person::userId);
        change(writing -> writing.accounts().unlink(tom, ann));
        var person = read(reading -> reading.people().withId(ann));

        assertThat(still).contains(tom);
        assertThat(person).contains(new Person(ann, "Ann", "Ann@example.org", null));
    }

    @Test
    void aSessionHoldsUntilItIsClosedOrOver() {
        var expires = NOON.plus(Duration.ofDays(1));
        change(writing -> {
            writing.sessions().open(tom, "a", expires);
            writing.sessions().open(tom, "b", expires);
            writing.sessions().open(tom, "c", expires.plusSeconds(1));
        });

        change(writing -> writing.sessions().close("a"));
        assertThat(sessions()).containsExactly("b", "c");
        clock.advance(Duration.ofDays(1));
        assertThat(sessions()).containsExactly("c");
    }

    @Test
    void allSessionsButOneCanBeClosed() {
        for (var key : List.of("a", "b", "c")) {
            change(writing -> writing.sessions().open(tom, key, NOON.plusSeconds(60)));
        }

        change(writing -> writing.sessions().closeOthers(tom, "b"));

        assertThat(sessions()).containsExactly("b");
    }

    private List<String> sessions() {
        return List.of("a", "b", "c").stream()
                .filter(key -> isOpen(read(reading -> reading.users().ofSession(key))))
                .toList();
    }

    private boolean isOpen(Optional<Credentials> holder) {
        return holder.filter(credentials -> Set.of(tom).contains(credentials.userId())).isPresent();
    }
}
