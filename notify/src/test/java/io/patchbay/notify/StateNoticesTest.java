package io.patchbay.notify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.MailSender.Undelivered;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.StateName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What submitters are told of the states of their patches (web-ui §9). */
@SuppressWarnings("NullAway") // JUnit sets the fields
class StateNoticesTest {

    private Instant now = Instant.parse("2026-01-02T12:00:00Z");
    private Store store;
    private StateNotices notices;

    private final List<OutgoingMail> sent = new ArrayList<>();
    private @Nullable Undelivered refusal;

    @BeforeEach
    void filePatchesOfTwoListsThatTell(@TempDir Path folder) {
        store = DatabaseStore.sqlite(folder.resolve("db"), Durability.CHECKPOINTS, () -> now);
        store.write(writing -> {
            addProject("boats", writing);
            return addProject("oars", writing);
        });
        new Filing(store, () -> now)
                .file(
                        List.of(
                                patch("boats", 1, "ann@example.org"),
                                patch("oars", 2, "ann@example.org"),
                                patch("boats", 3, "bob@example.org")));
        notices = new StateNotices(store, this::deliver, () -> now, "https://patches.example.org");
    }

    private static long addProject(String name, Writing writing) {
        long id =
                writing.setup()
                        .addProject(
                                new NewProject(name, "The " + name, name + ".example.org", "", ""));
        var project = writing.projects().withId(id).orElseThrow();
        writing.setup().change(project.sendingNotifications(true));
        return id;
    }

    private static Mail patch(String list, int id, String from) {
        var text =
                """
                From: <%s>
                Subject: [PATCH] change %d
                Message-Id: <%d@example.org>
                Date: Thu, 1 Jan 2026 10:00:00 +0000
                List-Id: <%s.example.org>

                --- a/file
                +++ b/file
                @@ -1 +1 @@
                -old
                +new %d
                """
                        .formatted(from, id, id, list, id);
        return Mail.read(text.getBytes(UTF_8));
    }

    private void deliver(OutgoingMail mail) {
        if (refusal != null) {
            throw refusal;
        }
        sent.add(mail);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSubmitterIsToldOfAllPatchesInOneMail() {
        state(1, "accepted");
        state(2, "rejected");
        notices.send();
        assertThat(sent).isEmpty();

        later();
        notices.send();

        assertThat(sent).hasSize(1);
        var mail = sent.getFirst();
        assertThat(mail.to()).isEqualTo("ann@example.org");
        assertThat(mail.bulk()).isTrue();
        assertThat(mail.subject()).isEqualTo("[boats,oars] Patch notification: 2 patches updated");
        assertThat(mail.text())
                .isEqualTo(
                        """
                        Hello,

                        the state of patches of yours has changed:

                         * boats: change 1
                             https://patches.example.org/patch/1/
                             for: The boats
                             was: New
                             now: Accepted

                         * oars: change 2
                             https://patches.example.org/patch/2/
                             for: The oars
                             was: New
                             now: Rejected

                        You get this mail because you sent them to a list that is followed here.
                        To get no more of them: https://patches.example.org/mail/
                        """);
    }

    @Test
    void nothingIsToldTwice() {
        state(1, "accepted");
        later();

        notices.send();
        later();
        notices.send();

        assertThat(sent)
                .extracting(OutgoingMail::subject)
                .containsExactly("[boats] Patch notification: 1 patch updated");
    }

    @Test
    void whoWantsNoMailGetsNone() {
        store.write(writing -> {
            writing.confirmations().optOut("ANN@example.org");
            return true;
        });
        state(1, "accepted");
        state(3, "accepted");
        later();

        notices.send();
        store.write(writing -> {
            writing.confirmations().optIn("ann@example.org");
            return true;
        });
        later();
        notices.send();

        assertThat(sent).extracting(OutgoingMail::to).containsExactly("bob@example.org");
    }

    @Test
    void whatTheMailServerDoesNotTakeNowIsToldLater() {
        refusal = new Undelivered("away", new IOException());
        state(1, "accepted");
        later();
        notices.send();

        refusal = null;
        notices.send();
        assertThat(sent).isEmpty();
        later();
        notices.send();

        assertThat(sent).hasSize(1);
    }

    @Test
    void whatTheMailServerRefusesForGoodIsNotTriedAgain() {
        refusal = new Undelivered("nobody of that name", new IOException(), true);
        state(1, "accepted");
        later();
        notices.send();

        refusal = null;
        later();
        notices.send();

        assertThat(sent).isEmpty();
    }

    private void later() {
        now = now.plus(StateNotices.DELAY);
    }

    private void state(long id, String slug) {
        new Editing(store)
                .apply(
                        new EditPatch(id, PatchFields.NONE.state(new StateName.Word(slug))),
                        Actor.operator(new Origin("monitor", "set-state")));
    }
}
