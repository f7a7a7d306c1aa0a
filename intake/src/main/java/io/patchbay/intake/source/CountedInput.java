package io.patchbay.intake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, so that a progress bar can follow a packed file. */
final class CountedInput extends FilterInputStream {

    private long passed;

    CountedInput(InputStream in) {
        super(in);
    }

    long passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            passed++;
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            passed += read;
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        passed += skipped;
        return skipped;
    }
}
