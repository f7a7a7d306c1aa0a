package io.patchbay.qmp.chardev;

import java.nio.ByteBuffer;

/** Takes what one client sends while a front end is plugged in. */
public interface Receiver {

    /**
     * Takes bytes, blocking as long as it likes. Bytes left in the buffer go to the front end that
     * is plugged in next.
     */
    void receive(ByteBuffer bytes);

    /** The client sends nothing more; returns when everything it sent is answered. */
    void inputEnded();

    /** The client is gone. */
    void disconnected();
}
