package io.patchbay.http;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection from which one thread at a time reads; docs/adr/0013 tells what two would do.
 *
 * <p>Jetty 12.1.14 answers what is no HTTP on a second thread. When the answer is out that thread
 * has the connection read on, while the first may still be about to give back the buffer it read
 * into: two threads hold one buffer, which soon belongs to another connection.
 */
final class SingleFileConnection extends HttpConnection {

    private final ReentrantLock turn = new ReentrantLock();

    private SingleFileConnection(
            HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
        super(configuration, connector, endPoint);
    }

    static HttpConnectionFactory factory(HttpConfiguration configuration) {
        return new HttpConnectionFactory(configuration) {

            @Override
            public Connection newConnection(Connector connector, EndPoint endPoint) {
                var connection =
                        new SingleFileConnection(getHttpConfiguration(), connector, endPoint);
                connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
                return configure(connection, connector, endPoint);
            }
        };
    }

    @Override
    public void onFillable() {
        turn.lock();
        try {
            super.onFillable();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Acts if the head of a request began so long ago and is not whole. Nobody reads or answers
     * meanwhile; a connection that is read from just now is passed over.
     */
    void ifHeadTakesLongerThan(Duration limit, Runnable act) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            var parser = getParser();
            if (getHttpChannel().getRequest() == null
                    && isInHead(parser)
                    && NanoTime.since(parser.getBeginNanoTime()) > limit.toNanos()) {
                act.run();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Between its first byte and the blank line. */
    private static boolean isInHead(HttpParser parser) {
        return !parser.isIdle() && !parser.inContentState() && !parser.isComplete();
    }
}
