package dev.posthorn.workbench;

import dev.posthorn.demo.DemoServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The demo server of this run of the program: starts at its first use, on a free port, and ends with the program.
public final class DemoOnDemand implements Closeable {

    /// Read without the lock, so that a look at it never waits for a start.
    private volatile DemoServer server;

    /// Its address; starts it where it does not run yet.
    public synchronized String address() {
        if (server == null) {
            try {
                server = DemoServer.start(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server.address();
    }

    /// Its address where it runs; never starts it.
    public Optional<String> running() {
        return Optional.ofNullable(server).map(DemoServer::address);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
