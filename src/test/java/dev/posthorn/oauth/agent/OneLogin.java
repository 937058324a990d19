package dev.posthorn.oauth.agent;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.UserAgent.Came;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A login that waits for its callback, with everything that is told about it. The browser is nobody, and the page is known when it was "opened".
final class OneLogin implements AutoCloseable, Person {

    static final String STATE = "the-right-state";

    final List<LoginStep> steps = new CopyOnWriteArrayList<>();
    final Cancellation cancellation = new Cancellation();
    final CompletableFuture<Pasting> pasting = new CompletableFuture<>();
    final CompletableFuture<String> note = new CompletableFuture<>();
    final Loopback agent;
    private final CompletableFuture<URI> opened = new CompletableFuture<>();
    private final CompletableFuture<Came> came = new CompletableFuture<>();
    private Thread thread;
    URI redirect;

    OneLogin() {
        this(new OwnCertificate(new Nowhere(), Clock.systemUTC(), new SecureRandom()), Duration.ofMinutes(5));
    }

    OneLogin(OwnCertificate certificate, Duration patience) {
        agent = new Loopback(this::open, this, certificate, new SecureRandom(), new Waiting(Clock.systemUTC(), patience));
    }

    private Optional<String> open(URI page) {
        opened.complete(page);
        return Optional.empty();
    }

    OneLogin ready(String wanted) throws Exception {
        redirect = agent.ready(wanted);
        return this;
    }

    OneLogin asked() throws Exception {
        return asked(STATE);
    }

    OneLogin asked(String state) throws Exception {
        thread = Thread.ofVirtual().start(() -> {
            came.complete(agent.ask(URI.create("https://id.example/authorize"), state, steps::add, cancellation));
        });
        opened.get(60, TimeUnit.SECONDS);
        return this;
    }

    Came came() throws InterruptedException, ExecutionException, TimeoutException {
        return came.get(60, TimeUnit.SECONDS);
    }

    boolean waits() {
        return !came.isDone();
    }

    /// What was refused, in order.
    List<String> refusals() {
        return steps.stream().filter(s -> s.kind() == LoginStep.Kind.BAD).map(LoginStep::title).toList();
    }

    @Override
    public void page(URI page, String text) {
        note.complete(text);
    }

    @Override
    public void code(URI page, String code, Instant expires) { }

    @Override
    public Offer offer(Pasting taking) {
        pasting.complete(taking);
        return () -> { };
    }

    @Override
    public void close() {
        cancellation.cancel();
        agent.close();
        if (thread != null) {
            came.join();
        }
    }

    /// Keeps no certificate.
    record Nowhere() implements OwnCertificate.Kept {
        @Override
        public Path file() {
            return Path.of("nowhere");
        }

        @Override
        public Optional<byte[]> read() {
            return Optional.empty();
        }

        @Override
        public void write(byte[] pem) throws IOException {
            throw new IOException("nothing is kept here");
        }
    }
}
