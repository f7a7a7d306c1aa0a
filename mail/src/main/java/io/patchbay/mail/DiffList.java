package io.patchbay.mail;

import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.diff.DiffEncoding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The diffs of one mail in their order, each change once. */
final class DiffList {

    private final List<Diff> diffs = new ArrayList<>();

    /** The same change again, often in the text and attached, takes the place of the first. */
    void add(@Nullable Diff diff) {
        if (diff == null) {
            return;
        }
        for (int index = 0; index < diffs.size(); index++) {
            if (isSame(diffs.get(index), diff)) {
                diffs.set(index, diff);
                return;
            }
        }
        diffs.add(diff);
    }

    /** The hash knows nothing of binary files and of renaming. */
    private static boolean isSame(Diff one, Diff other) {
        return one.equals(other) || one.hash().equals(other.hash()) && !other.fileNames().isEmpty();
    }

    boolean isEmpty() {
        return diffs.isEmpty();
    }

    /** All as one. */
    Diff joined() {
        if (diffs.size() == 1) {
            return diffs.getFirst();
        }
        var text = new StringBuilder();
        for (var diff : diffs) {
            text.append(diff.text()).append(diff.text().endsWith("\n") ? "" : "\n");
        }
        return new Diff(text.toString(), encoding());
    }

    /** That of all; null if they do not have one in common. */
    private @Nullable DiffEncoding encoding() {
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
