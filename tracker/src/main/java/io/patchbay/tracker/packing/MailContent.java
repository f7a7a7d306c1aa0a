package io.patchbay.tracker.packing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.versions.Signs;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is kept of a mail that is filed: the text that was read from it, and itself as it came. It
 * may be packed on the thread that read it and is packed once; the bytes as they came are let go
 * then, so that mails that wait to be filed weigh less.
 */
public final class MailContent {

    private final MailText text;
    private final List<MessageId> references;
    private byte @Nullable [] raw;
    private byte @Nullable [] packed;
    private @Nullable Signs signs;

    /**
     * @param references the mails that it answers
     * @param raw the mail as it came; null if nobody has it
     */
    public MailContent(MailText text, List<MessageId> references, byte @Nullable [] raw) {
        this.text = text;
        this.references = references;
        this.raw = raw;
    }

    public MailText text() {
        return text;
    }

    /** The mails that it answers. */
    public List<MessageId> references() {
        return references;
    }

    /** The mail as it came; null if nobody has it, or once it is packed. */
    public synchronized byte @Nullable [] raw() {
        return raw;
    }

    /**
     * Whether another text says the same, but for white space and what a list server puts below.
     */
    public boolean saysSame(MailText other) {
        return SameText.are(text.content(), other.content())
                && SameText.are(text.diff(), other.diff());
    }

    /** Whether the same was read of both. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MailContent content
                && text.equals(content.text)
                && references.equals(content.references);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /**
     * By which other versions of its series are known; read once, on the thread that asks first.
     */
    public synchronized Signs signs() {
        var known = signs;
        if (known == null) {
            known = Signs.of(text.content(), text.diff());
            signs = known;
        }
        return known;
    }

    /** As the store keeps it. */
    public synchronized byte[] packed(MailPacking packing, long project) {
        var known = packed;
        if (known == null) {
            known = packing.pack(project, text, raw);
            packed = known;
            raw = null;
        }
        return known;
    }
}
