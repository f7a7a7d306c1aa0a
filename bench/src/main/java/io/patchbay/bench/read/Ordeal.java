package io.patchbay.bench.read;

import io.patchbay.mail.Mail;
import io.patchbay.mail.PullRequest;
import io.patchbay.mail.StoredHeaders;
import io.patchbay.mail.Subject;
import io.patchbay.mail.text.UnreadableMail;

import java.util.Optional;

/** Asks a mail for everything that filing and showing it ask for, and holds it to its promises. */
final class Ordeal {

    private Ordeal() {}

    /**
     * Reads it as a delivered one and, where that differs, as an archived one.
     *
     * @return the limits that refused it; empty if it was read
     * @throws AssertionError if what was read breaks a promise
     */
    static Optional<String> of(byte[] raw) {
        try {
            ask(Mail.read(raw));
            if (contains(raw, '\r')) {
                ask(Mail.readArchived(raw));
            }
            return Optional.empty();
        } catch (UnreadableMail refused) {
            return Optional.of(refused.limit());
        }
    }

    private static void ask(Mail mail) {
        var body = mail.prepared().body();
        var content = body.content();
        require(content.indexOf('\0') < 0, "content has no NUL");

        var headers = mail.storedHeaders();
        require(headers.indexOf('\0') < 0, "stored headers have no NUL");
        StoredHeaders.parse(headers).forEach(StoredHeaders::fold);

        mail.id().ifPresent(id -> require(id.stored().length() <= 255, "an id is cut"));
        for (var reference : mail.references()) {
            require(reference.stored().length() <= 255, "a reference is cut");
        }
        var unusedDate = mail.date();
        mail.author(mail.cleaned("To").orElse(""))
                .ifPresent(
                        author -> require(!author.email().isBlank(), "an author has an address"));
        mail.subject("patchbay").ifPresent(Ordeal::ask);
        var unusedUrl = PullRequest.urlIn(content);

        var diff = body.diff();
        if (diff != null) {
            require(diff.text().indexOf('\0') < 0, "a diff has no NUL");
            require(diff.hash().matches("[0-9a-f]{40}"), "a hash has forty digits");
            var unusedNames = diff.fileNames();
            for (var file : diff.parsed().files()) {
                require(file.end() <= diff.text().length(), "a file is a part of the diff");
                var unusedCounts = file.added() + file.removed();
                var unusedPath = file.path();
            }
        }
    }

    private static void ask(Subject subject) {
        var unusedMarker = subject.marker();
        require(subject.version() >= 0, "versions are no negative numbers");
        var unusedPrefixes = Subject.prefixesOf(subject.storedName());
        require(subject.storedName().length() <= 255, "a name is cut");
    }

    static void require(boolean kept, String promise) {
        if (!kept) {
            throw new AssertionError("broken promise: " + promise);
        }
    }

    private static boolean contains(byte[] raw, char wanted) {
        for (byte each : raw) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
