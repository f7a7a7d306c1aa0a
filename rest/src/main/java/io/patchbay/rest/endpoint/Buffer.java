package io.patchbay.rest.endpoint;

import java.io.ByteArrayOutputStream;

/** Collects an answer, whose bytes are then sent without another copy. */
final class Buffer extends ByteArrayOutputStream {

    Buffer(int size) {
        super(size);
    }

    byte[] array() {
        return buf;
    }
}
