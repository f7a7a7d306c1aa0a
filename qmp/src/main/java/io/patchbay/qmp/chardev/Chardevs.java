package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.QmpError;

import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The chardevs of one server. One thread at a time changes them; others may look, and clients come
 * and go meanwhile.
 */
public final class Chardevs {

    private final OpenConnections open = new OpenConnections();
    private final Map<String, TlsCredentials> credentials = new ConcurrentHashMap<>();
    private final BackendOpener opener = new BackendOpener(open, credentials);
    private final Map<String, Chardev> byId = new ConcurrentHashMap<>();
    private final Map<String, RingBuffer> ringBuffers = new ConcurrentHashMap<>();

    /** What {@code tls-creds} of a socket names from now on. */
    public void addCredentials(String id, TlsCredentials added) {
        credentials.put(id, added);
    }

    /** Chardevs that use them keep them; false if there are none of this id. */
    public boolean removeCredentials(String id) {
        return credentials.remove(id) != null;
    }

    public List<String> credentialIds() {
        return credentials.keySet().stream().sorted().toList();
    }

    /** Opens a device and starts it; a {@link QmpError} tells why it cannot be. */
    public Chardev add(String id, Backend backend) {
        refuseTaken(id);
        try {
            return put(id, backend);
        } catch (QmpError reason) {
            throw failedToAdd(id, reason);
        }
    }

    /** Adds a socket that is connected already, one that the process inherited. */
    public Chardev addConnected(String id, SocketChannel channel) {
        refuseTaken(id);
        return start(new SteadyChardev(id, "unix:", new SocketStream(channel), true, open));
    }

    /** Adds a socket that listens already, one that the process inherited. */
    public Chardev addListening(String id, ServerSocketChannel listener) {
        refuseTaken(id);
        return start(ListeningChardev.inherited(id, listener, open));
    }

    /** Puts another backend behind an id that nothing is attached to. */
    public void change(String id, Backend backend) {
        var old = byId.get(id);
        if (old == null) {
            throw new QmpError("Chardev '%s' does not exist".formatted(id));
        }
        if (old.attached()) {
            throw new QmpError("Chardev user does not support chardev hotswap");
        }
        var oldBuffer = ringBuffers.remove(id);
        try {
            put(id, backend);
        } catch (QmpError reason) {
            // QEMU loses the device here; keeping the old one is what a caller expects.
            if (oldBuffer != null) {
                ringBuffers.put(id, oldBuffer);
            }
            throw failedToAdd(id, reason);
        }
        old.close();
    }

    public void remove(String id) {
        var chardev = get(id);
        if (chardev.attached()) {
            throw new QmpError("Chardev '%s' is busy".formatted(id));
        }
        byId.remove(id);
        ringBuffers.remove(id);
        chardev.close();
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    public Chardev get(String id) {
        var chardev = byId.get(id);
        if (chardev == null) {
            throw new QmpError("Chardev '%s' not found".formatted(id));
        }
        return chardev;
    }

    public Collection<Chardev> all() {
        return List.copyOf(byId.values());
    }

    public void writeRingBuffer(String id, byte[] data) {
        ringBuffer(id).write(ByteBuffer.wrap(data));
    }

    public byte[] readRingBuffer(String id, long most) {
        var buffer = ringBuffer(id);
        if (most <= 0) {
            throw new QmpError("size must be greater than zero");
        }
        return buffer.read(most);
    }

    /** Hangs up on every client and closes every device; returns when all is closed. */
    public void closeAll(Duration longest) throws InterruptedException {
        byId.values().forEach(Chardev::close);
        byId.clear();
        ringBuffers.clear();
        open.awaitNone(longest);
    }

    private Chardev put(String id, Backend backend) {
        var opened = opener.open(id, backend);
        opened.buffer().ifPresent(buffer -> ringBuffers.put(id, buffer));
        return start(opened.chardev());
    }

    private Chardev start(Chardev chardev) {
        byId.put(chardev.label(), chardev);
        chardev.start();
        return chardev;
    }

    private static QmpError failedToAdd(String id, QmpError reason) {
        return new QmpError("Failed to add chardev '%s': %s".formatted(id, reason.description()));
    }

    private void refuseTaken(String id) {
        if (byId.containsKey(id)) {
            throw new QmpError("Chardev with id '%s' already exists".formatted(id));
        }
    }

    private RingBuffer ringBuffer(String id) {
        if (!byId.containsKey(id)) {
            throw new QmpError("Device '%s' not found".formatted(id));
        }
        var buffer = ringBuffers.get(id);
        if (buffer == null) {
            throw new QmpError("%s is not a ringbuf device".formatted(id));
        }
        return buffer;
    }
}
