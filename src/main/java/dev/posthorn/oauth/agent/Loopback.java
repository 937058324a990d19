package dev.posthorn.oauth.agent;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.UserAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/// Logs in with the user's own browser, which comes back to an address of this machine (RFC 8252): `http://127.0.0.1`, `http://localhost`, or the
/// same over TLS with a certificate of ours.
public final class Loopback implements UserAgent {

    /// Where the settings name no redirect URL.
    public static final String PRESET = "http://127.0.0.1/callback";

    private final Browser browser;
    private final Person person;
    private final OwnCertificate certificate;
    private final SecureRandom random;
    private final Waiting waiting;
    private CallbackListener listener;
    private RedirectAddress address;
    private Doorkeeper doorkeeper;
    private LoginWatcher watcher = LoginWatcher.NONE;

    /// @param waiting of this login alone
    public Loopback(Browser browser, Person person, OwnCertificate certificate, SecureRandom random, Waiting waiting) {
        this.browser = browser;
        this.person = person;
        this.certificate = certificate;
        this.random = random;
        this.waiting = waiting;
    }

    @Override
    public URI ready(String wanted) throws Unusable {
        address = RedirectAddress.of(wanted.isBlank() ? PRESET : wanted);
        if (!address.loopback()) {
            throw new Unusable("The system's browser cannot come back to Posthorn from " + address.uri() + ". Register " + Strategy.OWN
                    + " at the provider and use it here, or log in in Posthorn's own window, or paste the address that the browser ends at.");
        }
        listener = CallbackListener.at(address, address.secure() ? certificate.now().server() : null);
        doorkeeper = new Doorkeeper(address, listener.port(), waiting, random);
        listener.start(this::answer);
        return address.at(listener.port());
    }

    @Override
    public Came ask(URI page, String state, LoginWatcher steps, Cancellation cancellation) {
        watcher = steps;
        doorkeeper.expect(state);
        var note = note();
        waiting.tell(LoginStep.Kind.INFO, "Waiting at " + address.at(listener.port()), note);
        var trouble = browser.open(page).orElse("");
        waiting.tell(trouble.isEmpty() ? LoginStep.Kind.INFO : LoginStep.Kind.BAD, trouble.isEmpty() ? "Browser opened" : "Browser not opened", trouble);
        person.page(page, (trouble + " " + note).strip());
        try (var _ = person.offer(text -> Pasted.take(text, address, state, waiting))) {
            return waiting.await(steps, cancellation);
        }
    }

    /// What the person is told before their browser says it in its own words.
    private String note() {
        if (!address.secure()) {
            return address.anyPort() ? "" : "Only this port will do, as the redirect URL says.";
        }
        return "After the login your browser will warn that the connection to localhost is not private: the certificate there is Posthorn's own and no authority vouches for it. "
                + "Go on to localhost in that warning. SHA-256 of the certificate: " + certificate.now().fingerprint() + ". " + certificate.note();
    }

    private void answer(CallbackRequest request, CallbackRequest.Malformed malformed, OutputStream out) throws IOException {
        var verdict = malformed == null ? doorkeeper.judge(request) : new Doorkeeper.Verdict.Refused(malformed.status(), malformed.getMessage());
        var nonce = new byte[18];
        random.nextBytes(nonce);
        try {
            out.write(CallbackPage.of(verdict, Base64.getUrlEncoder().encodeToString(nonce)).bytes());
            out.flush();
        } finally {
            switch (verdict) {
                case Doorkeeper.Verdict.Taken(var came) -> {
                    waiting.tell(LoginStep.Kind.GOOD, "Callback taken", came.parameters().containsKey("error") ? "It says that the login was not completed." : "");
                    waiting.finish(came);
                }
                case Doorkeeper.Verdict.Refused(_, var reason) when !reason.isEmpty() -> waiting.refused(reason);
                case Doorkeeper.Verdict.Refused _, Doorkeeper.Verdict.AskForFragment _ -> { }
            }
        }
    }

    @Override
    public void show(URI page, String code, Instant expires) {
        person.code(page, code, expires);
        Thread.ofVirtual().name("browser").start(() -> browser.open(page).ifPresent(trouble -> person.page(page, trouble)));
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.close();
        }
        waiting.close(watcher);
    }
}
