package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Traffic;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.store.Veil;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.workbench.Console;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One login from the press of the button to its end, or another errand for a token: what happened so far, and what is waited for.
/// It belongs to the FX thread; what the login's own thread says is brought there.
public final class LoginRun {

    /// What is waited for, or what came of it.
    public sealed interface Phase {
        record Working() implements Phase {}

        /// `note` is what the person should know before; empty for nothing.
        record Waiting(URI page, String note) implements Phase {}

        record Typing(URI page, String code, Instant expires) implements Phase {}

        record Over(LoginResult result) implements Phase {}
    }

    /// A login as it goes, without a window around it.
    @FunctionalInterface
    public interface Errand {
        LoginResult go(Person person, LoginWatcher watcher, Cancellation cancellation);
    }

    private static final int MOST_STEPS = 400;
    private static final List<String> SECRETS = List.of("clientSecret", "password", "code_verifier", "accessToken", "privateKey");

    private final String title;
    private final Strategy strategy;
    private final Instant begun;
    private final Veil veil;
    private final List<LoginStep> steps = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Phase phase = new Phase.Working();
    private Person.Pasting pasting;
    private URI page;

    /// @param title    "Log in to Creatio"
    /// @param strategy where the person logs in; null where nobody has to
    /// @param settings whose secrets are covered in the timeline
    public LoginRun(String title, Strategy strategy, Auth settings, Instant begun) {
        this.title = title;
        this.strategy = strategy;
        this.begun = begun;
        this.veil = new Veil(SECRETS.stream().map(settings::text).filter(s -> s.length() > 2).collect(Collectors.toSet()));
    }

    /// Begins at once, on a thread of its own.
    public void start(Background background, Errand errand) {
        background.run(() -> errand.go(new Seen(), this::step, cancellation), this::over,
                e -> over(new LoginResult.Failed(new Finding("own-fault", "Posthorn itself failed during the login: " + e + ".", "The timeline shows how far it came.", List.of()))));
    }

    public String title() {
        return title;
    }

    Strategy strategy() {
        return strategy;
    }

    Instant begun() {
        return begun;
    }

    Veil veil() {
        return veil;
    }

    List<LoginStep> steps() {
        return List.copyOf(steps);
    }

    public Phase phase() {
        return phase;
    }

    public boolean running() {
        return !(phase instanceof Phase.Over);
    }

    /// The redirect URL that the system's browser was sent to the provider with; empty where none was, or where a window of ours saw what came of it.
    Optional<String> redirect() {
        return strategy == Strategy.WINDOW || page == null || page.getRawQuery() == null ? Optional.empty() : Arrays.stream(page.getRawQuery().split("&"))
                .filter(p -> p.startsWith("redirect_uri=")).map(p -> URLDecoder.decode(p.substring("redirect_uri=".length()), StandardCharsets.UTF_8)).findFirst();
    }

    /// Whether a token came and there is nothing to say about it.
    public boolean wentWell() {
        return phase instanceof Phase.Over(LoginResult.In(_, var notes)) && notes.isEmpty();
    }

    /// Called once, when it is over.
    public void whenOver(Runnable action) {
        listen(new Runnable() {
            @Override
            public void run() {
                if (!running()) {
                    unlisten(this);
                    action.run();
                }
            }
        });
    }

    /// Called after each change, on the FX thread.
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    public void unlisten(Runnable changed) {
        listeners.remove(changed);
    }

    /// The user does not want it any more.
    public void cancel() {
        cancellation.cancel();
    }

    /// Whether the address that comes back may be pasted.
    boolean pastable() {
        return pasting != null && running();
    }

    /// Takes what was pasted; empty where it was taken, else a sentence that says why not.
    Optional<String> paste(String text) {
        return pasting == null ? Optional.of("Nothing is waited for any more.") : pasting.paste(text.strip());
    }

    private void phase(Phase next) {
        phase = next;
        if (next instanceof Phase.Waiting(var shown, _)) {
            page = shown;
        }
        tell();
    }

    private void over(LoginResult result) {
        phase(new Phase.Over(result));
    }

    /// For pictures and tests: as if it had gone so.
    public void show(List<LoginStep> happened, Phase now) {
        steps.clear();
        steps.addAll(happened);
        phase(now);
    }

    /// From the login's thread: the bodies are copied before their owner lets them go.
    private void step(LoginStep step) {
        var kept = step.hop() == null ? step : new LoginStep(step.at(), step.kind(), step.title(), step.text(), kept(step));
        Fx.run(() -> {
            if (steps.size() < MOST_STEPS) {
                steps.add(kept);
                tell();
            }
        });
    }

    private static Hop kept(LoginStep step) {
        var hop = step.hop();
        var light = Console.kept(new Traffic(step.at(), hop.sent(), hop.received(), null, hop.why(), hop.trace()));
        return new Hop(light.sent(), light.received(), hop.why(), hop.cookies(), hop.trace());
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /// Covers what stands in a token, wherever it turns up.
    static Veil covering(StoredToken token) {
        return new Veil(Stream.of(token.accessToken(), token.refreshToken(), token.idToken()).filter(s -> s.length() > 2).collect(Collectors.toSet()));
    }

    /// What the login's thread tells the person.
    private final class Seen implements Person {

        @Override
        public void page(URI page, String note) {
            move(new Phase.Waiting(page, note));
        }

        @Override
        public void code(URI page, String code, Instant expires) {
            move(new Phase.Typing(page, code, expires));
        }

        private void move(Phase next) {
            Fx.run(() -> {
                if (running()) {
                    phase(next);
                }
            });
        }

        @Override
        public Offer offer(Pasting offered) {
            Fx.run(() -> offer(null, offered));
            return () -> Fx.run(() -> offer(offered, null));
        }

        /// Puts one in the place of another; what is there already is not replaced by the end of an earlier one.
        private void offer(Pasting before, Pasting now) {
            if (now != null || pasting == before) {
                pasting = now;
                tell();
            }
        }
    }
}
