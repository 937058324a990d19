package dev.posthorn.ui.oauth;

import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.vendors.SessionView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The session that a request will be sent in: who is logged in where and since when, its cookies, "Log in now" and "Log out". It listens only while it is in a scene.
public final class SessionPanel extends VBox {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final LoginServices services;
    private final LoginDesk desk;
    private final TokenSubject subject;
    private final boolean list;
    private final Label pill = new Label();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Button in = new Button("Log in now");
    private final Button out = new Button("Log out");
    private final FlowPane cookies = new FlowPane(16, 0);
    private final VBox trouble = new VBox();
    private final Consumer<Boolean> changed = Fx.latest(_ -> show());
    private AutoCloseable listening;
    private Cancellation under;
    private List<Cookie> listed = List.of();

    /// @param cookies whether it stands among the cookies, and lists its own; else it stands over the form
    public SessionPanel(LoginServices services, LoginDesk desk, TokenSubject subject, boolean cookies) {
        super(8);
        this.services = services;
        this.desk = desk;
        this.subject = subject;
        list = cookies;
        setId(cookies ? "session-cookies" : "session-panel");
        getStyleClass().add(cookies ? "session-strip" : "token-panel");
        getStylesheets().add(Theme.sheet(SessionPanel.class, "oauth.css"));
        build();
        visibleProperty().subscribe(this::setManaged);
        sceneProperty().subscribe((before, now) -> {
            if (now != null && before == null) {
                listening = services.listenToSessions(() -> changed.accept(true));
                show();
            } else if (now == null && listening != null) {
                end();
            }
        });
    }

    private void build() {
        pill.setId("session-state");
        pill.setMinWidth(USE_PREF_SIZE);
        name.setId("session-name");
        name.setMinWidth(40);
        detail.setId("session-detail");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        detail.getStyleClass().addAll("muted", "small");
        in.setId("session-log-in");
        in.setMinWidth(USE_PREF_SIZE);
        in.setOnAction(_ -> logIn());
        out.setId("session-log-out");
        out.setMinWidth(USE_PREF_SIZE);
        out.setOnAction(_ -> logOut());
        trouble.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(trouble.getChildren()));
        cookies.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(cookies.getChildren()));
        var head = new HBox(10, pill, name);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
        if (list) {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var title = new Label("Session");
            title.getStyleClass().add("panel-title");
            title.setMinWidth(USE_PREF_SIZE);
            head.getChildren().addFirst(title);
            head.getChildren().addAll(gap, in, out);
            getChildren().addAll(head, detail, trouble, cookies);
            return;
        }
        var label = new Label("Session");
        label.getStyleClass().add("muted");
        label.setMinWidth(FieldForm.LABELS);
        label.setMinHeight(28);
        var words = new VBox(2, head, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        var buttons = new HBox(8, in, out);
        buttons.setPadding(new Insets(0, 0, 0, FieldForm.LABELS));
        trouble.setPadding(new Insets(0, 0, 0, FieldForm.LABELS));
        getChildren().addAll(new HBox(label, words), buttons, trouble);
    }

    private void end() {
        try {
            listening.close();
        } catch (Exception e) {
            // There is nothing left to stop.
        }
        listening = null;
    }

    /// Looks at the settings and the session again.
    public void show() {
        var auth = subject.resolved();
        var found = services.session(auth);
        setVisible(!list || auth.type().equals(CreatioSessionAuth.ID));
        found.ifPresentOrElse(this::draw, () -> {
            say("not logged in", "plain");
            name.setText("");
            detail.setText("Fill in base URL and user name; then it logs in by itself at the next send.");
            in.setDisable(true);
            out.setDisable(true);
            listed = List.of();
            cookies.getChildren().clear();
        });
    }

    private void draw(SessionView view) {
        name.setText(view.name());
        switch (view.state()) {
            case IN -> {
                say("logged in", "success");
                detail.setText("Since " + WHEN.format(view.since().orElseThrow().atZone(ZoneId.systemDefault())) + ", for all requests of this user. "
                        + (view.opened() ? "The server's session is open." : "The first call opens the server's session."));
            }
            case LOGGING_IN -> {
                say("logging in…", "info");
                detail.setText("Others who want this session wait for it.");
            }
            case OUT -> {
                say("not logged in", "plain");
                detail.setText(view.trouble().isEmpty() ? "It logs in by itself at the next send." : "The last login did not succeed: " + view.trouble());
            }
        }
        in.setText(under != null ? "Cancel" : view.state() == SessionView.State.IN ? "Log in anew" : "Log in now");
        in.setDisable(false);
        out.setDisable(view.state() != SessionView.State.IN);
        if (list && !view.cookies().equals(listed)) {
            listed = view.cookies();
            cookies.getChildren().setAll(view.cookies().stream().map(SessionCookie::new).toList());
        }
    }

    private void say(String text, String tone) {
        pill.setText(text);
        pill.getStyleClass().setAll("label", "pill", tone);
    }

    /// A second press ends it.
    private void logIn() {
        if (under != null) {
            under.cancel();
            return;
        }
        trouble.getChildren().clear();
        var cancellation = new Cancellation();
        under = cancellation;
        var ready = subject.ready();
        services.background().run(() -> services.logIn(ready.get(), cancellation), failed -> {
            over();
            failed.ifPresent(this::trouble);
        }, e -> {
            over();
            desk.trouble("That login failed: " + e.getMessage());
        });
        show();
    }

    private void over() {
        under = null;
        subject.refresh();
        show();
    }

    private void trouble(Failure failure) {
        if (failure instanceof BadLogin.Stopped) {
            return;
        }
        var finding = failure instanceof BadLogin.NoSession(_, var why) ? why : new Finding("login", failure.sentence(), failure.advice(), List.of());
        trouble.getChildren().setAll(new FindingCard(FindingCard.Tone.BAD, finding, mend -> desk.mend(mend, subject)));
    }

    private void logOut() {
        trouble.getChildren().clear();
        services.logOut(subject.resolved());
        desk.tell("Logged out: the cookies of the session are forgotten here; the server drops it after its own time.");
        subject.refresh();
        show();
    }
}
