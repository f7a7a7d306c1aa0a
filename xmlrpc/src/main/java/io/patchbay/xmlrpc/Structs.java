package io.patchbay.xmlrpc;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.xmlrpc.Answer.Binary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The structs of xmlrpc §2, members in the order in which they are sent. */
final class Structs {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private Structs() {}

    static Map<String, Object> project(Project project) {
        var struct = new LinkedHashMap<String, Object>();
        struct.put("id", project.id());
        struct.put("linkname", project.linkName());
        struct.put("name", project.name());
        return struct;
    }

    /**
     * @param user who the address belongs to
     */
    static Map<String, Object> person(Person person, @Nullable User user) {
        var struct = new LinkedHashMap<String, Object>();
        struct.put("id", person.id());
        struct.put("email", person.email());
        struct.put("name", Objects.requireNonNullElse(person.name(), person.email()));
        struct.put("user", new Binary(username(user)));
        return struct;
    }

    static Map<String, Object> patch(Patch patch) {
        var delegate = patch.delegate();
        var struct = new LinkedHashMap<String, Object>();
        struct.put("id", patch.id());
        struct.put("date", new Binary(date(patch.date())));
        struct.put("filename", fileName(patch.name()));
        struct.put("msgid", patch.msgid());
        struct.put("name", patch.name());
        struct.put("project", new Binary(patch.project().name()));
        struct.put("project_id", patch.project().id());
        struct.put("state", new Binary(patch.state().name()));
        struct.put("state_id", patch.state().id());
        struct.put("archived", patch.archived());
        struct.put("submitter", new Binary(mailbox(patch.submitter())));
        struct.put("submitter_id", patch.submitter().id());
        struct.put("delegate", new Binary(username(delegate)));
        struct.put("delegate_id", delegate == null ? 0L : delegate.id());
        struct.put("commit_ref", Objects.requireNonNullElse(patch.commitRef(), ""));
        struct.put("hash", Objects.requireNonNullElse(patch.hash(), ""));
        return struct;
    }

    static Map<String, Object> state(State state) {
        var struct = new LinkedHashMap<String, Object>();
        struct.put("id", state.id());
        struct.put("name", state.name());
        return struct;
    }

    /**
     * @param patchName of the patch that was checked
     */
    static Map<String, Object> check(Check check, String patchName) {
        var struct = new LinkedHashMap<String, Object>();
        struct.put("id", check.id());
        struct.put("date", new Binary(date(check.date())));
        struct.put("patch", new Binary(patchName));
        struct.put("patch_id", check.patchId());
        struct.put("user", new Binary(check.user().username()));
        struct.put("user_id", check.user().id());
        struct.put("state", check.state().label());
        struct.put("target_url", Objects.requireNonNullElse(check.targetUrl(), ""));
        struct.put("description", Objects.requireNonNullElse(check.description(), ""));
        struct.put("context", check.context());
        return struct;
    }

    private static String date(Instant instant) {
        var local = instant.atOffset(ZoneOffset.UTC);
        return local.format(local.getNano() == 0 ? SECONDS : MICROSECONDS);
    }

    private static String username(@Nullable User user) {
        return user == null ? "None" : user.username();
    }

    private static String mailbox(Person person) {
        return person.name() == null ? person.email() : person.name() + " <" + person.email() + ">";
    }

    private static String fileName(String name) {
        return io.patchbay.tracker.mbox.Mbox.fileName(name);
    }
}
