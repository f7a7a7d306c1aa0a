package io.patchbay.mail;

import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.diff.DiffEncoding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** The diffs of one mail in their order, each change once. */
final class DiffList {

    private final List<Diff> diffs = new ArrayList<>();

    void add(@Nullable Diff diff) {
        if (diff != null) {
            diffs.add(diff);
        }
    }

    boolean isEmpty() {
        return diffs.isEmpty();
    }

    /**
     * All as one. The same change again, often in the text and attached, takes the place of the
     * first.
     */
    Diff joined() {
        if (diffs.size() == 1) {
            return diffs.getFirst();
        }
        var changes = new LinkedHashMap<String, Diff>();
        for (var diff : diffs) {
            // The hash knows nothing of binary files and of renaming.
            changes.put(diff.fileNames().isEmpty() ? diff.text() : diff.hash(), diff);
        }
        if (changes.size() == 1) {
            return diffs.getLast();
        }
        var text = new StringBuilder();
        for (var diff : changes.values()) {
            text.append(diff.text()).append(diff.text().endsWith("\n") ? "" : "\n");
        }
        return new Diff(text.toString(), encoding(changes.values()));
    }

    /** That of all; null if they do not have one in common. */
    private static @Nullable DiffEncoding encoding(Collection<Diff> diffs) {
        DiffEncoding common = null;
        for (var diff : diffs) {
            var encoding = diff.encoding();
            boolean isAscii = diff.text().chars().allMatch(sign -> sign < 0x80);
            if (isAscii) {
                continue;
            }
            boolean differs = common != null && !Objects.equals(common, encoding);
            if (encoding == null || encoding.octets() != null || differs) {
                return null;
            }
            common = encoding;
        }
        return common;
    }
}
