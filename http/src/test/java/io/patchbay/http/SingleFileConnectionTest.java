package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A request that is no HTTP, with the threads of Jetty in the one order that does harm: the answer
 * is out before the thread that read the request has given back its buffer.
 */
final class SingleFileConnectionTest {

    @Test
    void nobodyElseReadsWhileTheThreadThatFoundNoHttpHasItsBuffer() throws Exception {
        var threads = new UnluckyThreads();
        var jetty = new Server(threads);
        var connector = new WatchedConnector(jetty, threads);
        jetty.addConnector(connector);
        jetty.start();

        String answer;
        try (var socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("G\0T / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
            answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } finally {
            jetty.stop();
        }

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        // Should this be null, Jetty has changed, and SingleFileConnection may not be needed.
        assertThat(threads.second).isNotNull();
        assertThat(connector.twoRead).isFalse();
    }

    /** Holds the first thread in the middle of its work until the second reads, waits or ends. */
    private static final class UnluckyThreads extends QueuedThreadPool {

        volatile boolean firstIsHeld;
        volatile @Nullable Thread second;

        @Override
        public boolean tryExecute(Runnable task) {
            if (HttpConnection.getCurrentConnection() == null) {
                return super.tryExecute(task);
            }
            firstIsHeld = true;
            try {
                var answering = Thread.ofPlatform().start(task);
                answering.join();
                var reading = second;
                while (reading != null
                        && reading.isAlive()
                        && reading.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                firstIsHeld = false;
            }
            return true;
        }

        @Override
        public void execute(Runnable job) {
            if (job instanceof HttpConnection) {
                second = Thread.ofPlatform().start(job);
            } else {
                super.execute(job);
            }
        }
    }

    private static final class WatchedConnector extends ServerConnector {

        private final UnluckyThreads threads;
        volatile boolean twoRead;

        WatchedConnector(Server jetty, UnluckyThreads threads) {
            super(jetty, SingleFileConnection.factory(new HttpConfiguration()));
            this.threads = threads;
            setHost("127.0.0.1");
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(
                SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            return new SocketChannelEndPoint(channel, selector, key, getScheduler()) {

                @Override
                public int fill(ByteBuffer buffer) throws IOException {
                    twoRead |= threads.firstIsHeld;
                    return super.fill(buffer);
                }
            };
        }
    }
}
