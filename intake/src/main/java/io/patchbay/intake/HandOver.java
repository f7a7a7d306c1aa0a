package io.patchbay.intake;

import io.patchbay.intake.Delivered.PutOff;
import io.patchbay.intake.Delivered.Taken;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.MailSource;
import io.patchbay.intake.source.MboxSource;
import io.patchbay.tracker.mails.KeptMail.Fate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * A unix socket on which {@code parsemail} hands a mail to the running server, so that a mail needs
 * no Java of its own. One mail a connection; the words are told in docs/operating/pipe.md.
 */
public final class HandOver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private static final Pattern HEAD = Pattern.compile("mail ([0-9]{1,10}) ?(\\S*)");

    private static final int LONGEST_HEAD = 1_000;
    private static final int BACKLOG = 1_000;
    private static final int KILOBYTES_IN_HAND = 256 << 10;

    private final Path socket;
    private final Delivery delivery;
    private final ServerSocketChannel listening;
    private final Semaphore inHand = new Semaphore(KILOBYTES_IN_HAND, true);

    private HandOver(Path socket, Delivery delivery, ServerSocketChannel listening) {
        this.socket = socket;
        this.delivery = delivery;
        this.listening = listening;
    }

    /**
     * Listens from now on. Only the owner of the process can connect.
     *
     * @param socket is replaced if it is there: a server that was killed leaves it behind
     */
    public static HandOver listen(Path socket, Delivery delivery) throws IOException {
        Files.deleteIfExists(socket);
        var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        var door = new HandOver(socket, delivery, listening);
        Thread.ofVirtual().name("hand-over").start(door::acceptAll);
        return door;
    }

    private void acceptAll() {
        while (listening.isOpen()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().name("hand-over of a mail").start(() -> serve(client));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("no mails can be handed over any more: {}", e.toString());
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            var in = new BufferedInputStream(Channels.newInputStream(client), 1 << 16);
            answer(client, take(in));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The mail is still with the client, which sees the connection end without an answer.
            LOG.warn("a mail was not handed over to its end: {}", e.toString());
        }
    }

    private String take(InputStream in) throws IOException, InterruptedException {
        var head = HEAD.matcher(headOf(in));
        if (!head.matches()) {
            return "refused the first line has to be 'mail LENGTH' or 'mail LENGTH LIST-ID'";
        }
        long length = Long.parseLong(head.group(1));
        if (length > MailSource.LARGEST_MAIL) {
            return "refused " + MboxSource.tooLarge("", length).reason();
        }
        int kilobytes = 1 + (int) (length >> 10);
        inHand.acquire(kilobytes);
        try {
            var bytes = in.readNBytes((int) length);
            if (bytes.length < length) {
                throw new EOFException(
                        "%d bytes were told and %d came".formatted(length, bytes.length));
            }
            var list = head.group(2).isEmpty() ? null : head.group(2);
            return told(bytes, list);
        } finally {
            inHand.release(kilobytes);
        }
    }

    private String told(byte[] bytes, @Nullable String listId) throws InterruptedException {
        return switch (delivery.deliver(new Raw("parsemail", bytes, Form.DELIVERED), listId)) {
            case Taken(Fate(var outcome, var reason)) ->
                    "taken "
                            + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + (reason == null ? "" : " " + reason);
            case PutOff(var reason) -> "put-off " + reason;
        };
    }

    private static String headOf(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended in its first line");
            }
            if (head.length() == LONGEST_HEAD) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void answer(SocketChannel client, String line) throws IOException {
        var bytes =
                ByteBuffer.wrap((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    /** Takes no more. Mails that are on their way are answered if the delivery still takes them. */
    @Override
    public void close() {
        try {
            listening.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", socket, e.toString());
        }
    }
}
