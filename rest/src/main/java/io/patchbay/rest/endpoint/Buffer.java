package io.patchbay.rest.endpoint;

import java.io.ByteArrayOutputStream;

/** Collects an answer, whose bytes are then sent without another copy. */
final class Buffer extends ByteArrayOutputStream {

    Buffer() {
        super(16 << 10);
    }

    byte[] array() {
        return buf;
    }
}
