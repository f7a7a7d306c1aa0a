package io.patchbay.rest.json;

import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.accounts.AuditEntry.Change;

/** Who changed what, as an answer. */
public final class AuditJson {

    private static final Shape<Change> CHANGE =
            Shape.<Change>of("AuditedChange")
                    .add("field", TEXT, (out, change) -> out.text(change.field()))
                    .add("before", TEXT, (out, change) -> out.text(change.before()))
                    .orNull()
                    .add("after", TEXT, (out, change) -> out.text(change.after()))
                    .orNull()
                    .shape();

    public static final Shape<AuditEntry> SHAPE =
            Shape.<AuditEntry>of("AuditEntry")
                    .add("id", INTEGER, (out, entry) -> out.number(entry.id()))
                    .add("date", DATE, (out, entry) -> out.date(entry.date()))
                    .add("user", TEXT, (out, entry) -> out.text(entry.username()))
                    .orNull()
                    .add("token", INTEGER, AuditJson::writeToken)
                    .orNull()
                    .add("address", TEXT, (out, entry) -> out.text(entry.address()))
                    .add("request", TEXT, (out, entry) -> out.text(entry.request()))
                    .add("project", TEXT, (out, entry) -> out.text(entry.project()))
                    .orNull()
                    .add("object", TEXT, (out, entry) -> out.text(entry.object()))
                    .objects("changes", CHANGE, AuditEntry::changes)
                    .shape();

    private AuditJson() {}

    private static void writeToken(JsonOut out, AuditEntry entry) {
        var token = entry.tokenId();
        if (token == null) {
            out.nothing();
        } else {
            out.number(token);
        }
    }
}
