package dev.posthorn.ui.login;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.tls.Identity;
import dev.posthorn.http.tls.LoopbackCertificate;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.UserAgent;
import dev.posthorn.oauth.agent.Pasted;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.RedirectAddress;
import dev.posthorn.oauth.agent.RedirectCatch;
import dev.posthorn.oauth.agent.Waiting;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.web.WebTraffic;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Logs in in a window of ours, and takes the redirect before it is loaded. For redirect URIs of foreign hosts, of schemes that no browser can
/// load, and for providers that show the code in the title of their page.
final class EmbeddedAgent implements UserAgent {

    /// A window thread that is busy for longer than this is not waited for.
    private static final long PATIENCE = 10;

    private final LoginWindows windows;
    private final Person person;
    private final Waiting waiting;
    private RedirectCatch redirect;
    private LoginTraffic traffic;
    private LoginWindow window;
    private volatile boolean closed;

    EmbeddedAgent(LoginWindows windows, Person person, Waiting waiting) {
        this.windows = windows;
        this.person = person;
        this.waiting = waiting;
    }

    @Override
    public URI ready(String wanted) throws Unusable {
        var address = RedirectAddress.of(wanted.isBlank() ? RedirectAddress.BY_HAND : wanted);
        redirect = new RedirectCatch(address, waiting);
        connect();
        return address.uri();
    }

    private void connect() throws Unusable {
        try {
            traffic = new LoginTraffic(windows.passage().get(), redirect, () -> windows.certificate().known().map(LoopbackCertificate::identity).map(Identity::own), windows.clock());
        } catch (IOException e) {
            throw new Unusable("The login window has no network: " + e.getMessage() + ".");
        }
        if (!WebTraffic.ofThisProcess().begin(traffic)) {
            traffic.close();
            traffic = null;
            throw new Unusable("Another login window is open. Finish that login or cancel it, then log in here.");
        }
    }

    @Override
    public Came ask(URI page, String state, LoginWatcher watcher, Cancellation cancellation) {
        redirect.expect(state);
        waiting.tell(LoginStep.Kind.INFO, "Login window opened", "Its cookies are its own and end with it.");
        person.page(page, "");
        Fx.run(() -> open(page, "", cancellation));
        try (var _ = person.offer(text -> paste(text, state))) {
            return waiting.await(watcher, cancellation);
        } finally {
            closeWindow();
        }
    }

    private Optional<String> paste(String text, String state) {
        return Pasted.take(text, redirect.address(), state, waiting);
    }

    private void open(URI page, String code, Cancellation cancellation) {
        if (closed || cancellation.cancelled() || redirect.over() || window != null) {
            return;
        }
        traffic.begin();
        try {
            window = new LoginWindow(windows, traffic, redirect, page);
        } catch (RuntimeException | LinkageError e) {
            // A system without the libraries of WebKit, or a full disk: the login says so and is over.
            waiting.end(new Came.Broken("The login window could not be opened (" + e.getMessage() + "). Log in with the system's browser, or paste the address that it ends at."));
            return;
        }
        if (!code.isEmpty()) {
            window.note("info", "Type this code where the page asks for it: " + code);
        }
        if (!WebTraffic.ofThisProcess().inForce()) {
            window.note("warning", "This Java keeps the network of web pages to itself: the workspace's proxies and authorities do not count in this window, Java's own do.");
        }
        window.show(waiting::end);
    }

    /// Nothing redirects after a code was typed, so the window stays until the login is over or the person closes it.
    @Override
    public void show(URI page, String code, Instant expires) {
        person.code(page, code, expires);
        try {
            redirect = new RedirectCatch(RedirectAddress.of(RedirectAddress.BY_HAND), waiting);
            if (traffic == null) {
                connect();
            }
            Fx.run(() -> open(page, code, new Cancellation()));
        } catch (Unusable e) {
            person.page(page, e.getMessage() + " Or open the address below in a browser.");
        }
    }

    /// Returns when the page asks for nothing more: the next login has the same client.
    private void closeWindow() {
        var gone = new CountDownLatch(1);
        Fx.run(() -> {
            if (window != null) {
                window.close();
                window = null;
            }
            gone.countDown();
        });
        try {
            gone.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.end(new Came.Ended("it was closed"));
        closeWindow();
        if (traffic != null) {
            WebTraffic.ofThisProcess().end(traffic);
            traffic.close();
        }
    }
}
