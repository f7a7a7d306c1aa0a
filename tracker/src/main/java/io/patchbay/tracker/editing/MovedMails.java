package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.AuditEntry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of one person became another's. The audit record has it in words from which it is read again
 * to be undone.
 *
 * @param from the id of a person
 * @param to the id of a person
 */
public record MovedMails(Kind kind, long from, long to, List<Long> ids) {

    private static final String FIELD = "submitter of ";

    public enum Kind {
        PATCH,
        COVER,
        SERIES,
        PATCH_COMMENT,
        COVER_COMMENT;

        /** In small letters, such as {@code patch comment}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** {@code submitter of patch: 3 -> 7: 12 13}. */
    public AuditEntry.Change audited() {
        var list = ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new AuditEntry.Change(
                FIELD + kind.word(), Long.toString(from), "%d: %s".formatted(to, list));
    }

    /** Empty if the change is of something else. */
    public static Optional<MovedMails> of(AuditEntry.Change change) {
        var before = change.before();
        var after = change.after();
        if (before == null || after == null || !change.field().startsWith(FIELD)) {
            return Optional.empty();
        }
        var word = change.field().substring(FIELD.length());
        var parts = after.split(": ", 2);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .map(kind ->
                        new MovedMails(
                                kind,
                                Long.parseLong(before),
                                Long.parseLong(parts[0]),
                                Arrays.stream(parts[1].split(" ")).map(Long::valueOf).toList()));
    }
}
