package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.Grant;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Beat;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// The token that a request will be sent with: how long it lives, what it may do, and everything that can be done about it.
///
/// 1. What is shown is read from the store off the FX thread, at each change of the settings or of the store.
/// 2. It listens, and counts seconds, only while it is in a scene.
public final class TokenPanel extends VBox {

    /// What the store says, read in one go.
    private record Found(Auth resolved, Optional<StoredToken> token, List<StoredToken> all) {}

    private final LoginServices services;
    private final LoginDesk desk;
    private final TokenSubject subject;
    private final TokenCard card;
    private final TokenButtons buttons;
    private final LoginLine running;
    private final TokenList others;
    private final ServerWords words = new ServerWords();
    private final Beat seconds = Beat.of(this, Duration.ofSeconds(1), this::tick);
    private final Background.Latest<Found> read;
    private final Consumer<Boolean> storeChanged = Fx.latest(_ -> show());
    private final Runnable runChanged = this::draw;
    private AutoCloseable listening;
    private LoginRun followed;
    private Found found;

    public TokenPanel(LoginServices services, LoginDesk desk, TokenSubject subject) {
        super(10);
        this.services = services;
        this.desk = desk;
        this.subject = subject;
        setId("token-panel");
        getStyleClass().add("token-panel");
        getStylesheets().add(Theme.sheet(TokenPanel.class, "oauth.css"));
        card = new TokenCard(services.clock(), this::stopUsingLiteral);
        buttons = new TokenButtons(new Doing());
        running = new LoginLine(() -> desk.show(subject.last(), subject, this::get));
        others = new TokenList(services.clock(), "in use", "Use", "No token is kept in this workspace yet. Each that you get stays here, under its name.", new Others());
        others.setId("token-others");
        hide(true);
        getChildren().addAll(card, running, buttons, others, card.details(), words);
        read = services.background().latest(this::found, e -> desk.trouble("The tokens cannot be read: " + e.getMessage()));
        sceneProperty().subscribe((before, now) -> {
            if (now != null && before == null) {
                begin();
            } else if (now == null && before != null) {
                end();
            }
        });
    }

    private void begin() {
        listening = services.tokens().listen(() -> storeChanged.accept(true));
        seconds.start();
        show();
    }

    private void end() {
        seconds.stop();
        follow(null);
        if (listening != null) {
            try {
                listening.close();
            } catch (Exception e) {
                // There is nothing left to stop.
            }
            listening = null;
        }
    }

    /// Looks at the settings and the kept tokens again.
    public void show() {
        follow(subject.last());
        var resolved = subject.resolved();
        read.submit(() -> new Found(resolved, services.known(resolved).filter(t -> !t.id().isEmpty()), services.tokens().all()));
    }

    private void found(Found now) {
        found = now;
        draw();
    }

    private OAuthSettings settings() {
        return new OAuthSettings(found == null ? subject.resolved() : found.resolved());
    }

    private boolean person() {
        return settings().grant().map(Grant::person).orElse(true);
    }

    private void draw() {
        var run = subject.last();
        running.show(run);
        if (found == null) {
            return;
        }
        var settings = settings();
        var literal = settings.text("application").isEmpty() && !settings.text("accessToken").isEmpty();
        card.show(literal ? new TokenCard.State.Literal(settings.text("accessToken"))
                : found.token().<TokenCard.State>map(t -> new TokenCard.State.Kept(t, person())).orElseGet(() -> new TokenCard.State.None(settings.grant(), person())));
        var busy = run != null && run.running();
        buttons.show(new TokenButtons.State(busy, person(), !literal && found.token().isPresent(), !literal && found.token().filter(t -> !t.refreshToken().isEmpty()).isPresent(),
                !settings.text("introspectUrl").isEmpty() || !settings.text("issuer").isEmpty(), !settings.text("userinfoUrl").isEmpty() || !settings.text("issuer").isEmpty(),
                run != null, found.all().size(), others.isVisible()));
        if (others.isVisible()) {
            others.show(found.all(), literal ? "" : found.token().map(StoredToken::id).orElse(""));
        }
    }

    private void tick() {
        card.tick();
        running.tick(services.clock().instant());
    }

    private void follow(LoginRun run) {
        if (followed != run) {
            if (followed != null) {
                followed.unlisten(runChanged);
            }
            followed = run;
            if (run != null) {
                run.listen(runChanged);
            }
        }
    }

    private void hide(boolean hidden) {
        others.setVisible(!hidden);
        others.setManaged(!hidden);
    }

    /// Begins a login where the settings say; also for who wants it from elsewhere.
    public void get() {
        get(Strategy.of(new OAuthSettings(subject.resolved()), true).strategy());
    }

    private void get(Strategy strategy) {
        var settings = new OAuthSettings(subject.resolved());
        var ready = subject.ready();
        start("Log in", strategy, settings, (person, watcher, cancellation) -> services.login(new OAuthSettings(ready.get()), settings.text("application"), strategy, person, watcher, cancellation),
                () -> get(strategy));
    }

    private void renew(StoredToken token) {
        var settings = settings();
        start("Renew the token", null, settings, (_, watcher, cancellation) -> services.refresh(token, settings, watcher, cancellation), () -> renew(token));
    }

    private void start(String title, Strategy strategy, OAuthSettings settings, LoginRun.Errand errand, Runnable again) {
        if (subject.last() != null && subject.last().running()) {
            return;
        }
        var name = settings.text("tokenName");
        var run = new LoginRun(name.isEmpty() ? title : title + ": " + name, strategy, settings.values(), services.clock().instant());
        subject.last(run);
        follow(run);
        run.whenOver(() -> over(run));
        run.start(services.background(), errand);
        // Who need not do anything sees it in the line; the sheet comes where somebody is waited for, or where it went wrong.
        if (settings.grant().map(Grant::person).orElse(false) && strategy != null) {
            desk.show(run, subject, again);
        }
        draw();
    }

    private void over(LoginRun run) {
        if (run.phase() instanceof LoginRun.Phase.Over(LoginResult.In _)) {
            subject.took(run);
            subject.refresh();
        }
        show();
    }

    private void stopUsingLiteral() {
        subject.change(a -> a.with("accessToken", ""));
    }

    private void use(StoredToken token) {
        subject.change(a -> a.text("accessToken").isEmpty() ? a.with("login", token.id()) : a.with("login", token.id()).with("accessToken", ""));
        subject.refresh();
        show();
    }

    private void remove(StoredToken token) {
        var settings = settings();
        services.background().run(() -> services.forget(token, settings, LoginWatcher.NONE, new Cancellation()), wrong -> {
            desk.tell("“" + TokenFacts.name(token) + "” is removed.");
            wrong.ifPresent(w -> words.show("“" + TokenFacts.name(token) + "” is removed here", new Logins.Told.Nothing(w), LoginRun.covering(token), this::mend));
            subject.refresh();
            show();
        }, e -> desk.trouble("“" + TokenFacts.name(token) + "” could not be removed: " + e.getMessage()));
    }

    private void ask(String title, boolean introspect) {
        found.token().ifPresent(token -> {
            var settings = settings();
            services.background().run(() -> introspect ? services.introspect(token, settings, LoginWatcher.NONE, new Cancellation())
                    : services.userinfo(token, settings, LoginWatcher.NONE, new Cancellation()), told -> words.show(title, told, LoginRun.covering(token), this::mend),
                    e -> words.show(title, new Logins.Told.Nothing(new Finding("own-fault", "That could not be asked: " + e.getMessage() + ".", "", List.of())), LoginRun.covering(token), this::mend));
        });
    }

    private void mend(Mend mend) {
        desk.mend(mend, subject);
    }

    /// What the buttons do.
    private final class Doing implements TokenButtons.Events {

        @Override
        public void get() {
            TokenPanel.this.get();
        }

        @Override
        public void get(Strategy strategy) {
            TokenPanel.this.get(strategy);
        }

        @Override
        public void cancel() {
            subject.last().cancel();
        }

        @Override
        public void renew() {
            found.token().ifPresent(TokenPanel.this::renew);
        }

        @Override
        public void others() {
            hide(others.isVisible());
            draw();
        }

        @Override
        public void introspect() {
            ask("What the server says about the token", true);
        }

        @Override
        public void userinfo() {
            ask("What the server says about the person", false);
        }

        @Override
        public void timeline() {
            desk.show(subject.last(), subject, TokenPanel.this::get);
        }

        @Override
        public void remove() {
            found.token().ifPresent(TokenPanel.this::remove);
        }
    }

    /// What the list of tokens does.
    private final class Others implements TokenList.Events {

        @Override
        public void use(StoredToken token) {
            TokenPanel.this.use(token);
        }

        @Override
        public void rename(StoredToken token, String name) {
            services.background().run(() -> {
                services.tokens().put(token.named(name));
                return true;
            }, _ -> show(), e -> desk.trouble("The token could not be renamed: " + e.getMessage()));
        }

        @Override
        public void remove(StoredToken token) {
            TokenPanel.this.remove(token);
        }

        private void show() {
            TokenPanel.this.show();
        }
    }
}
