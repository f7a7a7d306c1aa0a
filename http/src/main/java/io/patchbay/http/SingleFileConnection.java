package io.patchbay.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

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
}
