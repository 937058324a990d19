package dev.posthorn.http.socket;

import dev.posthorn.Await;
import dev.posthorn.auth.Signing;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Options;
import dev.posthorn.model.Header;
import dev.posthorn.model.Network;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A client for tests: one WebSocket at a time, its states and its log at hand.
final class Sockets implements AutoCloseable, SocketListener {

    final BodyStore store;
    final Engine engine;
    final Cookies cookies = new Cookies(Clock.systemUTC());
    final List<Traffic> traffic = new CopyOnWriteArrayList<>();
    final List<SocketState> states = new CopyOnWriteArrayList<>();
    final MessageLog log;
    WebSocket socket;
    CompletableFuture<Ending> ending;

    Sockets(Path folder) {
        this(folder, Network.DEFAULT);
    }

    Sockets(Path folder, Network network) {
        store = new BodyStore(folder);
        engine = new Engine(store, new AutomaticHeaders("Posthorn/test"), () -> network, traffic::add);
        log = new MessageLog(store, Clock.systemUTC(), 0);
    }

    Sockets connect(String url, SocketOptions options, Header... headers) {
        return connect(url, options, Options.defaults(), headers);
    }

    Sockets connect(String url, SocketOptions options, Supplier<Signing> signings) {
        socket = new WebSocket(engine.upgrade(), options, new SecureRandom(), log, this);
        ending = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ending.complete(socket.run(new Wire("GET", url, List.of(), Payload.empty()), signings, Options.defaults(), cookies)));
        return this;
    }

    Sockets connect(String url, SocketOptions options, Options handshake, Header... headers) {
        socket = new WebSocket(engine.upgrade(), options, new SecureRandom(), log, this);
        ending = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ending.complete(socket.run(new Wire("GET", url, List.of(headers), Payload.empty()), handshake, cookies)));
        return this;
    }

    /// Connects and waits until it is open.
    Sockets open(String url, Header... headers) throws InterruptedException {
        connect(url, SocketOptions.DEFAULT, headers);
        await(() -> socket.state() instanceof SocketState.Open || socket.state() instanceof SocketState.Closed);
        return this;
    }

    Ending ended() throws Exception {
        return ending.get(60, TimeUnit.SECONDS);
    }

    static void await(BooleanSupplier state) throws InterruptedException {
        Await.until("a state of the socket", state);
    }

    /// Lines of the log as "> text hello".
    List<String> lines() {
        var lines = new ArrayList<String>();
        try {
            for (var i = 0L; i < log.size(); i++) {
                var line = log.line(i);
                lines.add((line.kind() == LoggedMessage.Kind.NOTE ? "-" : line.sent() ? ">" : "<") + " " + line.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + line.first());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    String text(long number) throws IOException {
        try (var in = log.content(number).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void changed(SocketState state) {
        states.add(state);
    }

    @Override
    public void logged() {}

    @Override
    public void close() {
        if (socket != null) {
            socket.stop();
            ending.orTimeout(60, TimeUnit.SECONDS).join();
        }
        log.close();
        engine.close();
    }
}
