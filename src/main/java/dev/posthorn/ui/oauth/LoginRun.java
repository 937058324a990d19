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
import dev.posthorn.store.Veil;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.workbench.Console;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One login from the press of the button to its end, or another errand for a token: what happened so far, and what is waited for.
/// It belongs to the FX thread; what the login's own thread says is brought there.
public final class LoginRun {

    /// What is waited for, or what came of it.
    public sealed interface Phase {
        record Working() implements Phase {}

        /// `where` completes "Waiting for you in ".
        record Waiting(URI page, String where) implements Phase {}

        record Typing(URI page, String code, Instant expires) implements Phase {}

        /// `trouble` is what was wrong with what was pasted before; empty for nothing.
        record Pasting(URI page, String trouble) implements Phase {}

        record Over(LoginResult result) implements Phase {}
    }

    /// A login as it goes, without a window around it.
    @FunctionalInterface
    public interface Errand {
        LoginResult go(LoginScreen screen, LoginWatcher watcher, Cancellation cancellation);
    }

    private static final int MOST_STEPS = 400;
    private static final List<String> SECRETS = List.of("clientSecret", "password", "code_verifier", "accessToken", "privateKey");

    private final String title;
    private final Instant begun;
    private final Veil veil;
    private final List<LoginStep> steps = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Phase phase = new Phase.Working();
    private CompletableFuture<Optional<String>> pasted;

    /// @param title    "Log in to Creatio"
    /// @param settings whose secrets are covered in the timeline
    public LoginRun(String title, Auth settings, Instant begun) {
        this.title = title;
        this.begun = begun;
        this.veil = new Veil(SECRETS.stream().map(settings::text).filter(s -> s.length() > 2).collect(Collectors.toSet()));
    }

    /// Begins at once, on a thread of its own.
    void start(Background background, Errand errand) {
        background.run(() -> errand.go(new Screen(), this::step, cancellation), this::over,
                e -> over(new LoginResult.Failed(new Finding("own-fault", "Posthorn itself failed during the login: " + e + ".", "The timeline shows how far it came.", List.of()))));
    }

    String title() {
        return title;
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

    Phase phase() {
        return phase;
    }

    public boolean running() {
        return !(phase instanceof Phase.Over);
    }

    /// Called after each change, on the FX thread.
    void listen(Runnable changed) {
        listeners.add(changed);
    }

    void unlisten(Runnable changed) {
        listeners.remove(changed);
    }

    /// The user does not want it any more.
    public void cancel() {
        cancellation.cancel();
        if (pasted != null) {
            pasted.complete(Optional.empty());
        }
    }

    /// What the user pasted, where that is asked for.
    void paste(String text) {
        if (pasted != null && phase instanceof Phase.Pasting) {
            pasted.complete(Optional.of(text.strip()));
            pasted = null;
            phase(new Phase.Working());
        }
    }

    private void phase(Phase next) {
        phase = next;
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

    /// What the login's thread tells.
    private final class Screen implements LoginScreen {

        @Override
        public void waiting(URI page, String where) {
            move(new Phase.Waiting(page, where));
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
        public Optional<String> paste(URI page, String trouble, Cancellation ended) {
            var answer = new CompletableFuture<Optional<String>>();
            ended.whenCancelled(() -> answer.complete(Optional.empty()));
            Fx.run(() -> {
                if (running()) {
                    pasted = answer;
                    phase(new Phase.Pasting(page, trouble));
                }
            });
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.empty();
            }
        }
    }
}
