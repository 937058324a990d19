package dev.posthorn.ui.shell;

import dev.posthorn.model.Mend;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.ui.oauth.LoginPane;
import dev.posthorn.ui.oauth.LoginRun;
import dev.posthorn.ui.oauth.LoginServices;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A login over the window. Esc ends it, and closes the sheet when it is over; a click beside the sheet only puts it away, and the login goes on.
final class LoginSheet extends Sheet implements Overlays.Escaping {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 430;

    private final LoginRun run;
    private final Button cancel;
    private final Button again;
    private final Button close;
    private final Runnable put;
    private final Runnable changed = this::changed;

    /// @param again begins another login of this kind
    /// @param mend  does what a finding offers
    LoginSheet(LoginRun run, LoginServices services, Runnable again, Consumer<Mend> mend, Runnable put) {
        super("login-sheet", run.title(), WIDTH, put);
        this.run = run;
        this.put = put;
        var pane = new LoginPane(run, services, mend);
        pane.setPrefHeight(HEIGHT);
        pane.setMinHeight(220);
        VBox.setVgrow(pane, javafx.scene.layout.Priority.ALWAYS);
        body(pane);
        this.again = accent("login-again", "Log in again", again);
        this.cancel = button("login-cancel", "Cancel (Esc)", run::cancel);
        this.close = button("login-close", "Close", put);
        sceneProperty().subscribe((before, now) -> {
            if (now != null && before == null) {
                run.listen(changed);
            } else if (now == null) {
                run.unlisten(changed);
            }
        });
        buttons();
    }

    LoginRun run() {
        return run;
    }

    private void changed() {
        var focused = cancel.isFocused();
        buttons();
        if (!run.running() && run.wentWell()) {
            put.run();
        } else if (!run.running() && focused) {
            close.requestFocus();
        }
    }

    private void buttons() {
        var over = !run.running();
        show(cancel, !over);
        show(close, over);
        show(again, over && run.phase() instanceof LoginRun.Phase.Over(var result) && !(result instanceof LoginResult.In));
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    @Override
    public boolean escape() {
        if (run.running()) {
            run.cancel();
            return true;
        }
        return false;
    }
}
