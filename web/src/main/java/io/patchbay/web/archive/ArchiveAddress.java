package io.patchbay.web.archive;

import io.patchbay.http.message.Percent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a path asks of the archive: {@code /ID/…} of all lists, or {@code /LIST/ID/…} of one of them
 * (archive §1.5, §2.1). An id may come with its slashes bare or escaped, with or without brackets.
 *
 * @param list the first segment; null where it is the id itself
 * @param ids the bare Message-IDs that may be meant, the likeliest first
 * @param encodedId the id as it came, for redirects
 */
record ArchiveAddress(@Nullable String list, List<String> ids, String encodedId, Form form) {

    /** What is asked of a mail. */
    enum Form {
        /** The address without a slash at its end. */
        BARE(""),
        PAGE("/"),
        RAW("/raw"),
        THREAD("/t.mbox.gz");

        private final String end;

        Form(String end) {
            this.end = end;
        }
    }

    /**
     * Empty if the path cannot be one of the archive.
     *
     * @param path as it was sent
     */
    static Optional<ArchiveAddress> of(String path) {
        var form = formOf(path);
        var middle = path.substring(1, path.length() - form.end.length());
        int slash = middle.indexOf('/');
        var first = slash < 0 ? middle : middle.substring(0, slash);
        // Only a mail has an @ there; a project's link name has none.
        if (Percent.decode(first).indexOf('@') >= 0) {
            return Optional.of(new ArchiveAddress(null, idsIn(middle), middle, form));
        }
        if (slash <= 0 || slash == middle.length() - 1) {
            return Optional.empty();
        }
        var id = middle.substring(slash + 1);
        return Optional.of(new ArchiveAddress(Percent.decode(first), idsIn(id), id, form));
    }

    private static Form formOf(String path) {
        for (var form : List.of(Form.THREAD, Form.RAW, Form.PAGE)) {
            if (path.endsWith(form.end) && path.length() > form.end.length() + 1) {
                return form;
            }
        }
        return Form.BARE;
    }

    /** b4 writes a plus for a space; it is one where no id has the plus. */
    private static List<String> idsIn(String encoded) {
        var ids = new ArrayList<String>();
        var plain = withoutBrackets(Percent.decode(encoded));
        ids.add(plain);
        var spaced = withoutBrackets(Percent.decodeForm(encoded));
        if (!spaced.equals(plain)) {
            ids.add(spaced);
        }
        return ids;
    }

    private static String withoutBrackets(String id) {
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }
}
