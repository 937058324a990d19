package dev.posthorn.demo;

import dev.posthorn.demo.identity.Identity;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// A small server to try requests on, without a network: it answers what it was sent, and plays slow, broken and big answers.
/// It listens on 127.0.0.1 alone, over HTTP/1.1 and, without TLS, HTTP/2.
public final class DemoServer implements Closeable {

    /// Without this Jetty starts the whole of Java's management to learn the size of a cache line, which takes longer than its own start.
    private static final String CACHE_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private final Server server;
    private final ServerConnector connector;
    private final Identity identity;
    private final Vendors vendors;

    private DemoServer(Server server, ServerConnector connector, Identity identity, Vendors vendors) {
        this.server = server;
        this.connector = connector;
        this.identity = identity;
        this.vendors = vendors;
    }

    /// Starts it on that port, on a free one where `port` is 0. Fails where the port is taken.
    public static DemoServer start(int port) throws IOException {
        if (System.getProperty(CACHE_LINE) == null) {
            System.setProperty(CACHE_LINE, "16");
        }
        var threads = new QueuedThreadPool(200, 4);
        threads.setName("demo");
        threads.setDaemon(true);
        var server = new Server(threads);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration), new HTTP2CServerConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        var sockets = WebSocketUpgradeHandler.from(server, container -> container.addMapping("/ws", (request, response, callback) -> new EchoSocket()));
        var identity = new Identity(Clock.systemUTC());
        var vendors = new Vendors(Clock.systemUTC());
        sockets.setHandler(new Routes(identity, vendors));
        server.setHandler(sockets);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException("The demo server cannot listen on 127.0.0.1:" + port + ": " + reason(e), e);
        }
        return new DemoServer(server, connector, identity, vendors);
    }

    private static String reason(Exception e) {
        var cause = e.getCause() instanceof BindException bind ? bind : e;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// `http://127.0.0.1:<port>`, without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// Its identity server, at `address()/identity`.
    public Identity identity() {
        return identity;
    }

    /// The servers of vendors that it plays, at `address()/creatio` and so on.
    public Vendors vendors() {
        return vendors;
    }

    /// Waits until it is closed from another thread.
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // It listens no more; its threads are daemons.
        }
    }
}
