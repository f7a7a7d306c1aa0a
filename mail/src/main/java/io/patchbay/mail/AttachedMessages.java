package io.patchbay.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a mail says whose patches are attached. Where these bring messages of their own, that is
 * what their authors want in the log: they come first, and what the mail itself says is a note
 * below {@code ---}.
 */
final class AttachedMessages {

    private AttachedMessages() {}

    /**
     * @param said by the mail itself
     */
    static String content(String said, List<AttachedPatch> patches) {
        var printed = patches.stream().filter(AttachedPatch::isPrinted).toList();
        var others = new ArrayList<String>();
        others.add(said);
        patches.stream()
                .filter(patch -> !patch.isPrinted())
                .map(AttachedPatch::said)
                .forEach(others::add);
        var own = joined("\n", others);
        if (printed.isEmpty()) {
            return own;
        }
        var log = new ArrayList<String>();
        for (var patch : printed) {
            // git takes fields only from the beginning.
            log.add(log.isEmpty() ? patch.fields() : patch.subject());
            log.add(patch.message());
        }
        var notes = joined("\n", printed.stream().map(AttachedPatch::notes).toList());
        var below = joined("\n\n", List.of(notes, own));
        var above = joined("\n\n", log.stream().map(String::stripTrailing).toList());
        return below.isEmpty() ? above : above + "\n---\n" + below;
    }

    private static String joined(String separator, List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
