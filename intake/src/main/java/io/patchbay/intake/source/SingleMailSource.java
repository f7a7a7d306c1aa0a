package io.patchbay.intake.source;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One mail, all of the stream. An empty stream holds none. */
final class SingleMailSource implements MailSource {

    private final String name;
    private final CountedInput counted;
    private final InputStream content;
    private final long size;
    private boolean done;

    /** The content is the unpacked {@code counted}. */
    SingleMailSource(String name, CountedInput counted, InputStream content, long size) {
        this.name = name;
        this.counted = counted;
        this.content = content;
        this.size = size;
    }

    @Override
    public @Nullable Arrival next() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        var bytes = content.readNBytes(LARGEST_MAIL);
        long rest = content.transferTo(OutputStream.nullOutputStream());
        if (rest > 0) {
            return MboxSource.tooLarge(name, bytes.length + rest);
        }
        return bytes.length == 0 ? null : new Raw(name, bytes, Form.DELIVERED);
    }

    @Override
    public long bytesRead() {
        return counted.passed();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
