package io.patchbay.acceptance;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Mail;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.model.RuleSet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The state in which the exchanges were recorded (the README beside them). */
final class RecordedState {

    private static final List<String> USERS = List.of("admin", "maint", "joe");
    private static final int BATCH = 500;
    private static final Actor OPERATOR = Actor.operator(new Origin("test", "set up"));
    private static final ProjectFields LINKS =
            new ProjectFields(
                    "https://www.example.org/",
                    "https://git.example.org/project.git",
                    "https://git.example.org/project",
                    "https://lists.example.org/archive/qemu-devel/",
                    "https://lists.example.org/archive/qemu-devel/{}",
                    "https://git.example.org/project/commit/{}",
                    null,
                    false,
                    null);

    private RecordedState() {}

    static void build(Store store, Path golden, InstantSource clock) throws IOException {
        long project = store.write(RecordedState::setUp);
        var named = new ProjectName.Key(Long.toString(project));
        new Editing(store).apply(new EditProject(named, LINKS), OPERATOR);
        var filing = new Filing(store, clock);
        try (var mails = MailSource.open(golden.resolve("corpus-2k.mbox.gz"))) {
            var batch = new ArrayList<Mail>();
            for (var mail = mails.next(); mail != null; mail = mails.next()) {
                batch.add(((Arrival.Raw) mail).read());
                if (batch.size() == BATCH) {
                    filing.file(batch);
                    batch.clear();
                }
            }
            filing.file(batch);
        }
    }

    private static long setUp(Writing writing) {
        long project =
                writing.setup()
                        .addProject(
                                new NewProject(
                                        "qemu-devel",
                                        "QEMU Development",
                                        "qemu-devel.nongnu.org",
                                        "qemu-devel@nongnu.org",
                                        "",
                                        RuleSet.PATCHWORK));
        for (int i = 0; i < USERS.size(); i++) {
            long user = writing.accounts().add(user(USERS.get(i)));
            writing.accounts().keepToken(user, "", String.valueOf((char) ('a' + i)).repeat(40));
            writing.accounts().maintains(user, project, USERS.get(i).equals("maint"));
        }
        return project;
    }

    private static NewUser user(String name) {
        return new NewUser(
                name,
                Passwords.hash(name + "-pw"),
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                "Tester",
                name + "@example.org",
                true,
                name.equals("admin"));
    }
}
